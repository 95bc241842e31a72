"""What the tiny language model reads about weather: a sentence a line."""

TEXT = """
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
"""
