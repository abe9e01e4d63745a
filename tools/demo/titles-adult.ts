/**
 * The demo library's books for adults, all well known: title | author | year | ISBN, where it is known for certain;
 * nonfiction has its Dewey number before the title.
 */
export const FICTION = `
Pride and Prejudice | Austen, Jane | 1813 | 9780141439518
Emma | Austen, Jane | 1815 |
Sense and Sensibility | Austen, Jane | 1811 |
Jane Eyre | Brontë, Charlotte | 1847 | 9780141441146
Wuthering Heights | Brontë, Emily | 1847 | 9780141439556
Great Expectations | Dickens, Charles | 1861 | 9780141439563
A Tale of Two Cities | Dickens, Charles | 1859 |
Middlemarch | Eliot, George | 1871 | 9780141439549
Frankenstein | Shelley, Mary | 1818 | 9780141439471
Dracula | Stoker, Bram | 1897 | 9780141439846
The Picture of Dorian Gray | Wilde, Oscar | 1890 | 9780141439570
Moby-Dick; or, The Whale | Melville, Herman | 1851 | 9780142437247
The Scarlet Letter | Hawthorne, Nathaniel | 1850 |
Adventures of Huckleberry Finn | Twain, Mark | 1884 | 9780142437179
Anna Karenina | Tolstoy, Leo | 1878 | 9780143035008
War and Peace | Tolstoy, Leo | 1869 | 9781400079988
Crime and Punishment | Dostoyevsky, Fyodor | 1866 |
The Brothers Karamazov | Dostoyevsky, Fyodor | 1880 | 9780374528379
Les Misérables | Hugo, Victor | 1862 | 9780451419439
Madame Bovary | Flaubert, Gustave | 1857 |
The Count of Monte Cristo | Dumas, Alexandre | 1844 | 9780140449266
The Metamorphosis | Kafka, Franz | 1915 |
The Trial | Kafka, Franz | 1925 | 9780805209990
Mrs. Dalloway | Woolf, Virginia | 1925 | 9780156628709
To the Lighthouse | Woolf, Virginia | 1927 | 9780156907392
The Great Gatsby | Fitzgerald, F. Scott | 1925 | 9780743273565
The Sun Also Rises | Hemingway, Ernest | 1926 | 9780743297332
The Old Man and the Sea | Hemingway, Ernest | 1952 | 9780684801223
The Grapes of Wrath | Steinbeck, John | 1939 | 9780143039433
Of Mice and Men | Steinbeck, John | 1937 | 9780140177398
East of Eden | Steinbeck, John | 1952 |
The Sound and the Fury | Faulkner, William | 1929 | 9780679732242
Their Eyes Were Watching God | Hurston, Zora Neale | 1937 | 9780061120060
Invisible Man | Ellison, Ralph | 1952 | 9780679732761
Go Tell It on the Mountain | Baldwin, James | 1953 |
To Kill a Mockingbird | Lee, Harper | 1960 | 9780061120084
The Catcher in the Rye | Salinger, J. D. | 1951 | 9780316769488
1984 | Orwell, George | 1949 | 9780451524935
Animal Farm | Orwell, George | 1945 | 9780451526342
Brave New World | Huxley, Aldous | 1932 | 9780060850524
Fahrenheit 451 | Bradbury, Ray | 1953 | 9781451673319
Lord of the Flies | Golding, William | 1954 | 9780399501487
Rebecca | Du Maurier, Daphne | 1938 | 9780380730407
Murder on the Orient Express | Christie, Agatha | 1934 | 9780062693662
And Then There Were None | Christie, Agatha | 1939 | 9780062073488
The Hound of the Baskervilles | Doyle, Arthur Conan | 1902 |
The Maltese Falcon | Hammett, Dashiell | 1930 | 9780679722649
The Big Sleep | Chandler, Raymond | 1939 | 9780394758282
Gaudy Night | Sayers, Dorothy L. | 1935 |
The Name of the Rose | Eco, Umberto | 1980 | 9780156001311
One Hundred Years of Solitude | García Márquez, Gabriel | 1967 | 9780060883287
The House of the Spirits | Allende, Isabel | 1982 | 9781501117015
Things Fall Apart | Achebe, Chinua | 1958 | 9780385474542
Half of a Yellow Sun | Adichie, Chimamanda Ngozi | 2006 | 9781400095209
Americanah | Adichie, Chimamanda Ngozi | 2013 | 9780307455925
Beloved | Morrison, Toni | 1987 | 9781400033416
Song of Solomon | Morrison, Toni | 1977 | 9781400033423
The Color Purple | Walker, Alice | 1982 |
Kindred | Butler, Octavia E. | 1979 | 9780807083697
Parable of the Sower | Butler, Octavia E. | 1993 | 9781538732182
The Left Hand of Darkness | Le Guin, Ursula K. | 1969 | 9780441478125
The Dispossessed | Le Guin, Ursula K. | 1974 |
Dune | Herbert, Frank | 1965 | 9780441172719
Foundation | Asimov, Isaac | 1951 | 9780553293357
Neuromancer | Gibson, William | 1984 | 9780441569595
The Hobbit | Tolkien, J. R. R. | 1937 | 9780547928227
The Fellowship of the Ring | Tolkien, J. R. R. | 1954 | 9780547928210
The Handmaid’s Tale | Atwood, Margaret | 1985 | 9780385490818
The Remains of the Day | Ishiguro, Kazuo | 1989 | 9780679731726
Never Let Me Go | Ishiguro, Kazuo | 2005 | 9781400078776
Midnight’s Children | Rushdie, Salman | 1981 |
The God of Small Things | Roy, Arundhati | 1997 | 9780812979657
White Teeth | Smith, Zadie | 2000 | 9780375703867
Wolf Hall | Mantel, Hilary | 2009 | 9780312429980
Life of Pi | Martel, Yann | 2001 | 9780156027328
The Kite Runner | Hosseini, Khaled | 2003 | 9781594631931
Norwegian Wood | Murakami, Haruki | 1987 | 9780375704024
Pachinko | Lee, Min Jin | 2017 | 9781455563920
There There | Orange, Tommy | 2018 | 9780525436140
The Underground Railroad | Whitehead, Colson | 2016 |
The Sympathizer | Nguyen, Viet Thanh | 2015 |
All the Light We Cannot See | Doerr, Anthony | 2014 | 9781476746586
The Martian | Weir, Andy | 2011 | 9780553418026
Project Hail Mary | Weir, Andy | 2021 | 9780593135204
Circe | Miller, Madeline | 2018 | 9780316556347
Piranesi | Clarke, Susanna | 2020 | 9781635575637
Where the Crawdads Sing | Owens, Delia | 2018 | 9780735219090
The Thursday Murder Club | Osman, Richard | 2020 | 9781984880963
Station Eleven | Mandel, Emily St. John | 2014 | 9780804172448
Lincoln in the Bardo | Saunders, George | 2017 |
Demon Copperhead | Kingsolver, Barbara | 2022 | 9780063251922
`

/** Dewey number first. A "B" is a biography, shelved by its subject. */
export const NONFICTION = `
304.809 | The Warmth of Other Suns | Wilkerson, Isabel | 2010 | 9780679763888
B OBAMA | Becoming | Obama, Michelle | 2018 | 9781524763138
B WESTOVER | Educated | Westover, Tara | 2018 | 9780399590504
B FRANK | The Diary of a Young Girl | Frank, Anne | 1947 | 9780553296983
B DOUGLASS | Narrative of the Life of Frederick Douglass | Douglass, Frederick | 1845 |
B ANGELOU | I Know Why the Caged Bird Sings | Angelou, Maya | 1969 | 9780345514400
B MALCOLM | The Autobiography of Malcolm X | Malcolm X | 1965 | 9780345350688
B MANDELA | Long Walk to Freedom | Mandela, Nelson | 1994 | 9780316548182
B LINCOLN | Team of Rivals | Goodwin, Doris Kearns | 2005 | 9780743270755
B NOAH | Born a Crime | Noah, Trevor | 2016 | 9780399588198
B SPIEGELMAN | Maus I: My Father Bleeds History | Spiegelman, Art | 1986 | 9780394747231
006.3 | Hello World: Being Human in the Age of Algorithms | Fry, Hannah | 2018 |
020.9 | The Library Book | Orlean, Susan | 2018 | 9781476740188
153.42 | Thinking, Fast and Slow | Kahneman, Daniel | 2011 | 9780374533557
155.2 | Quiet: The Power of Introverts | Cain, Susan | 2012 | 9780307352156
158.1 | The Seven Habits of Highly Effective People | Covey, Stephen R. | 1989 |
174.957 | The Immortal Life of Henrietta Lacks | Skloot, Rebecca | 2010 | 9781400052189
181.114 | The Art of War | Sunzi | 2002 |
188 | Meditations | Marcus Aurelius | 2002 | 9780812968255
292.13 | Mythology: Timeless Tales of Gods and Heroes | Hamilton, Edith | 1942 |
305.42 | A Room of One’s Own | Woolf, Virginia | 1929 |
305.8 | Between the World and Me | Coates, Ta-Nehisi | 2015 | 9780812993547
323.092 | Just Mercy | Stevenson, Bryan | 2014 | 9780812984965
364.1523 | In Cold Blood | Capote, Truman | 1966 | 9780679745587
378.1 | Where You Go Is Not Who You’ll Be | Bruni, Frank | 2015 |
398.2 | Grimm’s Fairy Tales | Grimm, Jacob | 1812 |
428.2 | The Elements of Style | Strunk, William | 1918 | 9780205309023
507.8 | What If? Serious Scientific Answers to Absurd Hypothetical Questions | Munroe, Randall | 2014 | 9780544272996
508 | A Short History of Nearly Everything | Bryson, Bill | 2003 | 9780767908184
523.1 | A Brief History of Time | Hawking, Stephen | 1988 | 9780553380163
523.8 | Cosmos | Sagan, Carl | 1980 | 9780345539434
576.82 | On the Origin of Species | Darwin, Charles | 1859 |
577.27 | Silent Spring | Carson, Rachel | 1962 | 9780618249060
582.16 | The Hidden Life of Trees | Wohlleben, Peter | 2015 | 9781771642484
581.63 | Braiding Sweetgrass | Kimmerer, Robin Wall | 2013 | 9781571313560
612 | The Body: A Guide for Occupants | Bryson, Bill | 2019 | 9780385539302
613.2 | In Defense of Food | Pollan, Michael | 2008 | 9780143114963
616.89 | The Body Keeps the Score | van der Kolk, Bessel | 2014 | 9780143127741
616.994 | The Emperor of All Maladies | Mukherjee, Siddhartha | 2010 | 9781439170915
635 | The Vegetable Gardener’s Bible | Smith, Edward C. | 2000 |
641.5 | Salt, Fat, Acid, Heat | Nosrat, Samin | 2017 | 9781476753836
641.5 | How to Cook Everything | Bittman, Mark | 1998 |
641.5944 | Mastering the Art of French Cooking | Child, Julia | 1961 |
646.2 | The Sewing Book | Smith, Alison | 2009 |
648.5 | The Life-Changing Magic of Tidying Up | Kondo, Marie | 2014 | 9781607747307
709 | The Story of Art | Gombrich, E. H. | 1950 |
746.43 | Stitch ’n Bitch: The Knitter’s Handbook | Stoller, Debbie | 2003 | 9780761128182
778.3 | On Photography | Sontag, Susan | 1977 | 9780312420093
793.73 | The Moscow Puzzles | Kordemsky, Boris A. | 1972 | 9780486270784
796.522 | Into Thin Air | Krakauer, Jon | 1997 | 9780385494786
808.1 | A Poetry Handbook | Oliver, Mary | 1994 | 9780156724005
811.54 | Citizen: An American Lyric | Rankine, Claudia | 2014 | 9781555976903
811.6 | Devotions | Oliver, Mary | 2017 | 9780399563249
822.33 | Hamlet | Shakespeare, William | 1603 |
822.33 | A Midsummer Night’s Dream | Shakespeare, William | 1600 |
883 | The Odyssey | Homer | 2017 |
909 | Guns, Germs, and Steel | Diamond, Jared | 1997 | 9780393317558
909 | Sapiens: A Brief History of Humankind | Harari, Yuval Noah | 2014 | 9780062316097
917.304 | Blue Highways | Least Heat-Moon, William | 1982 |
940.5318 | Night | Wiesel, Elie | 1958 | 9780374500016
940.54 | Unbroken | Hillenbrand, Laura | 2010 | 9780812974492
947.086 | Voices from Chernobyl | Alexievich, Svetlana | 1997 |
970.004 | Bury My Heart at Wounded Knee | Brown, Dee | 1970 |
973 | A People’s History of the United States | Zinn, Howard | 1980 | 9780062397348
977.311 | The Devil in the White City | Larson, Erik | 2003 | 9780375725609
`
