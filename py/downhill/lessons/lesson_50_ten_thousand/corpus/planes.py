"""What the tiny language model reads about planes: a sentence a line."""

TEXT = """
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
"""
