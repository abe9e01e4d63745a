/** The demo library's books for children and teenagers: title | author | year | ISBN, where it is known for certain. */
export const PICTURE_BOOKS = `
Goodnight Moon | Brown, Margaret Wise | 1947 | 9780064430173
Where the Wild Things Are | Sendak, Maurice | 1963 | 9780060254926
The Very Hungry Caterpillar | Carle, Eric | 1969 | 9780399226908
Brown Bear, Brown Bear, What Do You See? | Martin, Bill | 1967 | 9780805047905
The Snowy Day | Keats, Ezra Jack | 1962 | 9780140501827
Green Eggs and Ham | Seuss, Dr. | 1960 | 9780394800165
The Cat in the Hat | Seuss, Dr. | 1957 | 9780394800011
Make Way for Ducklings | McCloskey, Robert | 1941 | 9780140564341
Blueberries for Sal | McCloskey, Robert | 1948 |
Madeline | Bemelmans, Ludwig | 1939 |
Corduroy | Freeman, Don | 1968 | 9780140501735
Harold and the Purple Crayon | Johnson, Crockett | 1955 | 9780064430227
Don’t Let the Pigeon Drive the Bus! | Willems, Mo | 2003 | 9780786819881
Knuffle Bunny | Willems, Mo | 2004 | 9780786818709
The Gruffalo | Donaldson, Julia | 1999 |
Guess How Much I Love You | McBratney, Sam | 1994 |
Chicka Chicka Boom Boom | Martin, Bill | 1989 | 9781442450707
Mike Mulligan and His Steam Shovel | Burton, Virginia Lee | 1939 |
Last Stop on Market Street | de la Peña, Matt | 2015 | 9780399257742
Dragons Love Tacos | Rubin, Adam | 2012 | 9780803736801
The Day the Crayons Quit | Daywalt, Drew | 2013 | 9780399255373
Giraffes Can’t Dance | Andreae, Giles | 1999 |
Strega Nona | dePaola, Tomie | 1975 |
Caps for Sale | Slobodkina, Esphyr | 1940 |
Frog and Toad Are Friends | Lobel, Arnold | 1970 | 9780064440202
`

export const JUNIOR_FICTION = `
Charlotte’s Web | White, E. B. | 1952 | 9780064400558
Stuart Little | White, E. B. | 1945 | 9780064400565
Little House in the Big Woods | Wilder, Laura Ingalls | 1932 | 9780064400015
The Secret Garden | Burnett, Frances Hodgson | 1911 |
Anne of Green Gables | Montgomery, L. M. | 1908 |
Alice’s Adventures in Wonderland | Carroll, Lewis | 1865 |
The Lion, the Witch and the Wardrobe | Lewis, C. S. | 1950 | 9780064404990
A Wrinkle in Time | L’Engle, Madeleine | 1962 | 9780312367541
Harry Potter and the Sorcerer’s Stone | Rowling, J. K. | 1997 | 9780590353427
Harry Potter and the Chamber of Secrets | Rowling, J. K. | 1998 | 9780439064873
Harry Potter and the Prisoner of Azkaban | Rowling, J. K. | 1999 | 9780439136365
Matilda | Dahl, Roald | 1988 | 9780142410370
Charlie and the Chocolate Factory | Dahl, Roald | 1964 | 9780142410318
Holes | Sachar, Louis | 1998 | 9780440414803
Bridge to Terabithia | Paterson, Katherine | 1977 | 9780064401845
Number the Stars | Lowry, Lois | 1989 |
Bud, Not Buddy | Curtis, Christopher Paul | 1999 |
Esperanza Rising | Ryan, Pam Muñoz | 2000 | 9780439120425
Wonder | Palacio, R. J. | 2012 | 9780375869020
Ramona Quimby, Age 8 | Cleary, Beverly | 1981 |
Hatchet | Paulsen, Gary | 1987 | 9781416936473
The Phantom Tollbooth | Juster, Norton | 1961 | 9780394820378
From the Mixed-Up Files of Mrs. Basil E. Frankweiler | Konigsburg, E. L. | 1967 |
Island of the Blue Dolphins | O’Dell, Scott | 1960 |
The Lightning Thief | Riordan, Rick | 2005 | 9780786838653
Diary of a Wimpy Kid | Kinney, Jeff | 2007 | 9780810993136
Dog Man | Pilkey, Dav | 2016 | 9780545581608
Smile | Telgemeier, Raina | 2010 | 9780545132060
Roller Girl | Jamieson, Victoria | 2015 | 9780803740167
New Kid | Craft, Jerry | 2019 | 9780062691194
`

export const TEEN_FICTION = `
The Hunger Games | Collins, Suzanne | 2008 | 9780439023481
Catching Fire | Collins, Suzanne | 2009 | 9780439023498
The Giver | Lowry, Lois | 1993 | 9780544336261
The Outsiders | Hinton, S. E. | 1967 | 9780142407332
Speak | Anderson, Laurie Halse | 1999 |
The Book Thief | Zusak, Markus | 2005 | 9780375842207
The Fault in Our Stars | Green, John | 2012 | 9780142424179
Looking for Alaska | Green, John | 2005 |
The Hate U Give | Thomas, Angie | 2017 | 9780062498533
The Absolutely True Diary of a Part-Time Indian | Alexie, Sherman | 2007 | 9780316013697
American Born Chinese | Yang, Gene Luen | 2006 | 9780312384487
Persepolis: The Story of a Childhood | Satrapi, Marjane | 2003 | 9780375714573
The Golden Compass | Pullman, Philip | 1995 | 9780440418320
Eragon | Paolini, Christopher | 2003 |
Divergent | Roth, Veronica | 2011 | 9780062024039
Children of Blood and Bone | Adeyemi, Tomi | 2018 | 9781250170972
Long Way Down | Reynolds, Jason | 2017 | 9781481438254
The Poet X | Acevedo, Elizabeth | 2018 | 9780062662804
One of Us Is Lying | McManus, Karen M. | 2017 | 9781524714680
Six of Crows | Bardugo, Leigh | 2015 | 9781627792127
`
