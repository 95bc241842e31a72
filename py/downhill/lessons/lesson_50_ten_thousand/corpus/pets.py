"""What the tiny language model reads about pets: a sentence a line."""

TEXT = """
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
"""
