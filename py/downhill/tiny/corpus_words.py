"""The text that the tiny language model learns from, written for this page: a sentence a line.

A translation has a text of its own, of about as many sentences; `docs/translating.md` tells how to write one.
"""

CORPUS = {
    "corpus.pets": """
I pet the cat.
I pet the cat and it purred.
I pet the cat in the garden.
I pet the cat on the sofa.
I pet the cat by the fire.
I pet the cat and it slept.
I pet the cat in the morning.
I pet the cat and the dog barked.
I pet the dog.
I pet the dog and it was happy.
I pet the horse in the field.
I pet the hamster.
I fed the cat in the morning.
I fed the dog and it slept.
I fed the horse in the evening.
I fed the hamster and it ran.
I fed the birds in the winter.
I fed the fish at home.
She pet the cat on the bed.
She pet the cat and it slept.
She pet the dog and it jumped.
She fed the cat in the kitchen.
She fed the dog at home.
She heard the dog in the garden.
She heard the cat at the door.
He pet the cat by the window.
He pet the horse and it was happy.
He fed the birds in the garden.
He heard the birds in the morning.
He walked the dog in the rain.
We walked the dog in the morning.
We walked the dog in the snow.
We walked the dog to the field.
We fed the horse in the field.
We fed the fish and the hamster.
We saw a horse in the field.
We saw a mouse under the bed.
The cat slept on the sofa.
The cat slept on the bed.
The cat slept by the fire.
The cat slept in the sun.
The cat sat by the window.
The cat sat on the roof.
The cat sat under the table.
The cat saw a mouse in the kitchen.
The cat saw the birds and ran.
The cat drank the milk.
The cat drank the milk in the kitchen.
The cat was hungry and I fed it.
The cat was tired and slept all day.
The cat ran under the bed.
The dog slept under the table.
The dog slept by the door.
The dog ran in the field.
The dog ran to the door.
The dog barked at the cat.
The dog barked at the rain.
The dog barked and the cat ran.
The dog saw the ball and jumped.
The dog was hungry and I fed it.
The dog was wet and cold.
The dog was tired and slept.
The dog drank the water.
The horse ran in the field.
The horse drank the water.
The horse was old and tired.
The hamster slept all day.
The hamster ran all night.
The hamster was small and quiet.
The fish was small and red.
The mouse was small and quick.
The mouse ran under the sofa.
A small mouse sat in the kitchen.
A small bird sat on the roof.
A big dog sat by the door.
My cat is old and quiet.
My cat is small and white.
My dog is big and happy.
My dog is young and loud.
My horse is big and white.
Her cat is white and quick.
His dog is old and tired.
""",
    "corpus.planes": """
I flew the plane.
I flew the plane over the sea.
I flew the plane over the city.
I flew the plane to the island.
I flew the plane at night.
I flew the plane in the morning.
I flew the kite in the wind.
I flew the kite in the field.
I landed the plane.
I landed the plane on the island.
I landed the plane in the rain.
I saw a plane over the sea.
I saw a plane in the sky.
I heard a plane at night.
She flew the plane.
She flew the plane over the mountains.
She flew the plane to the city.
She flew the kite and it was red.
She landed the plane in the fog.
She landed the plane at night.
She saw the sea from the plane.
She saw a plane and was happy.
He flew the plane.
He flew the plane over the clouds.
He flew the plane to the mountains.
He flew the kite in the summer.
He landed the plane in the evening.
He saw the clouds from the plane.
He heard a loud plane in the sky.
We flew over the sea.
We flew over the mountains.
We flew over the clouds.
We flew to the island in the summer.
We flew to the city in the winter.
We flew home at night.
We flew home in the evening.
We saw the island from the plane.
We saw the mountains from the plane.
We saw a red kite in the sky.
We landed in the fog.
We landed in the city.
We landed on the island.
The plane flew over the sea.
The plane flew over the city.
The plane flew over the house.
The plane flew in the clouds.
The plane flew to the island.
The plane flew all night.
The plane landed in the morning.
The plane landed in the rain.
The plane landed in the city.
The plane landed on the island.
The plane was big and loud.
The plane was white and new.
The plane was late and we waited.
The plane was cold at night.
The pilot flew over the mountains.
The pilot flew over the sea at night.
The pilot landed in the storm.
The pilot landed the plane.
The pilot saw the island.
The pilot saw the storm and waited.
The pilot was tired and went home.
The pilot was young and quick.
The kite flew over the field.
The kite flew over the roof.
The kite was red and small.
The kite was big and blue.
The birds flew over the sea.
The birds flew to the island.
The birds flew over the garden.
A plane landed in the fog.
A big plane flew over the house.
A red kite flew over the field.
My plane is small and old.
My plane is white and loud.
My kite is red and blue.
Her plane is new and quick.
His kite is big and red.
The island was green and quiet.
The sea was blue and cold.
""",
    "corpus.homes": """
I opened the door.
I opened the door and the cat ran in.
I opened the window in the morning.
I opened the window and heard the birds.
I closed the door at night.
I closed the window in the storm.
I painted the door red.
I painted the wall white.
I painted the house in the summer.
I cleaned the kitchen in the evening.
I cleaned the house all day.
I sat by the fire.
I sat on the sofa in the evening.
I sat in the garden all day.
I went home in the rain.
She opened the door and saw the snow.
She opened the window in the summer.
She closed the door and went home.
She painted the kitchen blue.
She painted the chair green.
She cleaned the window.
She cleaned the table and the chair.
She sat by the window in the rain.
She sat by the fire all evening.
She went to bed at night.
He opened the door in the morning.
He closed the window at night.
He painted the roof red.
He painted the wall green.
He cleaned the kitchen.
He cleaned the sofa and the bed.
He sat at the table.
He sat on the chair by the door.
He went to the garden in the morning.
We built a house.
We built a house by the sea.
We built a house in the mountains.
We built a wall in the garden.
We built a fire at night.
We built a small bed.
We painted the house white.
We painted the door blue.
We cleaned the house in the morning.
We sat at the table all evening.
We sat by the fire and were warm.
We went home in the evening.
We went to bed and slept.
The house was old and cold.
The house was big and white.
The house was quiet at night.
The house was warm in the winter.
The kitchen was small and warm.
The kitchen was clean and bright.
The garden was green in the summer.
The garden was white in the winter.
The garden was wet and quiet.
The door was old and red.
The door was open all day.
The window was open at night.
The window was small and clean.
The roof was red and new.
The roof was wet in the rain.
The fire was warm and bright.
The fire was warm at night.
The sofa was old and green.
The bed was big and warm.
The table was new and white.
The chair was small and blue.
The wall was white and clean.
A warm fire was in the kitchen.
A small house was by the sea.
My house is small and warm.
My house is by the sea.
My bed is warm at night.
My garden is green and quiet.
Her house is old and big.
Her garden is big and green.
His kitchen is new and clean.
Our house is white and bright.
Our garden is by the field.
""",
    "corpus.weather": """
The rain fell all day.
The rain fell all night.
The rain fell on the roof.
The rain fell on the garden.
The rain fell on the sea.
The rain was cold in the winter.
The rain was warm in the summer.
The snow fell all night.
The snow fell on the mountains.
The snow fell on the roof.
The snow fell on the house.
The snow was white and quiet.
The snow was cold and bright.
The sun was warm in the morning.
The sun was bright in the summer.
The sun was red in the evening.
The sun was warm on the wall.
The wind was cold in the winter.
The wind was cold at night.
The wind was loud all night.
The wind was warm in the summer.
The wind came from the sea.
The wind came from the mountains.
The wind closed the door.
The wind closed the window.
The storm came at night.
The storm came in the evening.
The storm came from the sea.
The storm was loud and dark.
The storm was over the city.
The fog came in the morning.
The fog came from the sea.
The fog was white and cold.
The fog was over the field.
The clouds were white and big.
The clouds were dark and the rain came.
The clouds were over the mountains.
The clouds were red in the evening.
The clouds came from the sea.
The sky was blue in the summer.
The sky was blue and bright.
The sky was dark at night.
The sky was red in the evening.
The sky was white in the snow.
The day was warm and bright.
The day was cold and wet.
The night was dark and quiet.
The night was cold and the sky was bright.
The morning was cold and bright.
The evening was warm and quiet.
The winter was cold and dark.
The winter was cold in the mountains.
The summer was warm on the island.
The summer was warm and bright.
It was cold in the morning.
It was cold in the winter.
It was warm in the sun.
It was warm in the house.
It was dark and cold at night.
It was wet in the garden.
It was bright in the snow.
I saw the snow in the mountains.
I saw the sun over the sea.
I saw the storm from the window.
I heard the rain on the roof.
I heard the wind at night.
I waited in the rain.
I waited in the house all day.
She saw the rain from the window.
She saw the fog over the sea.
She heard the storm at night.
She waited in the snow.
He saw the clouds over the city.
He heard the wind in the garden.
He waited in the rain all day.
We saw the sun in the morning.
We saw the snow on the roof.
We heard the rain at night.
We waited in the fog.
We walked in the snow and were cold.
We walked in the rain and were wet.
""",
}
