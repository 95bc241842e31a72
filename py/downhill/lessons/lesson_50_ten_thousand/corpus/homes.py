"""What the tiny language model reads about homes: a sentence a line."""

TEXT = """
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
"""
