/** What the demo library has besides books in English: title | maker | year. Things have no maker and no year. */
export const FILMS = `
Spirited Away | Miyazaki, Hayao | 2001
My Neighbor Totoro | Miyazaki, Hayao | 1988
Casablanca | Curtiz, Michael | 1942
Citizen Kane | Welles, Orson | 1941
The Wizard of Oz | Fleming, Victor | 1939
Singin’ in the Rain | Donen, Stanley | 1952
Seven Samurai | Kurosawa, Akira | 1954
Rear Window | Hitchcock, Alfred | 1954
To Kill a Mockingbird | Mulligan, Robert | 1962
The Sound of Music | Wise, Robert | 1965
2001: A Space Odyssey | Kubrick, Stanley | 1968
The Godfather | Coppola, Francis Ford | 1972
Jaws | Spielberg, Steven | 1975
Star Wars: Episode IV, A New Hope | Lucas, George | 1977
E.T. the Extra-Terrestrial | Spielberg, Steven | 1982
The Princess Bride | Reiner, Rob | 1987
Do the Right Thing | Lee, Spike | 1989
Toy Story | Lasseter, John | 1995
Amélie | Jeunet, Jean-Pierre | 2001
Finding Nemo | Stanton, Andrew | 2003
Pan’s Labyrinth | del Toro, Guillermo | 2006
Black Panther | Coogler, Ryan | 2018
Parasite | Bong, Joon-ho | 2019
Coco | Unkrich, Lee | 2017
`

/** New films go out for three days. */
export const NEW_FILMS = `
Past Lives | Song, Celine | 2023
The Boy and the Heron | Miyazaki, Hayao | 2023
Perfect Days | Wenders, Wim | 2023
The Wild Robot | Sanders, Chris | 2024
`

export const HOLIDAY_FILMS = `
It’s a Wonderful Life | Capra, Frank | 1946
A Charlie Brown Christmas | Melendez, Bill | 1965
The Muppet Christmas Carol | Henson, Brian | 1992
`

export const MUSIC = `
Kind of Blue | Davis, Miles | 1959
A Love Supreme | Coltrane, John | 1965
Abbey Road | Beatles | 1969
Blue | Mitchell, Joni | 1971
What’s Going On | Gaye, Marvin | 1971
Songs in the Key of Life | Wonder, Stevie | 1976
Thriller | Jackson, Michael | 1982
Graceland | Simon, Paul | 1986
Nevermind | Nirvana | 1991
The Miseducation of Lauryn Hill | Hill, Lauryn | 1998
Buena Vista Social Club | Buena Vista Social Club | 1997
Lemonade | Beyoncé | 2016
Goldberg Variations | Bach, Johann Sebastian | 1981
The Four Seasons | Vivaldi, Antonio | 1984
Symphony No. 9 in D Minor | Beethoven, Ludwig van | 1963
Hamilton: Original Broadway Cast Recording | Miranda, Lin-Manuel | 2015
`

export const AUDIOBOOKS = `
Born a Crime (read by the author) | Noah, Trevor | 2016
Harry Potter and the Goblet of Fire | Rowling, J. K. | 2000
The Hitchhiker’s Guide to the Galaxy | Adams, Douglas | 1979
Becoming (read by the author) | Obama, Michelle | 2018
The Hobbit | Tolkien, J. R. R. | 1937
Sherlock Holmes: The Complete Stories | Doyle, Arthur Conan | 1927
`

export const LARGE_PRINT = `
Murder on the Orient Express | Christie, Agatha | 1934
Pride and Prejudice | Austen, Jane | 1813
The Thursday Murder Club | Osman, Richard | 2020
Where the Crawdads Sing | Owens, Delia | 2018
`

/** language | title | author | year | ISBN */
export const OTHER_LANGUAGES = `
spa | Cien años de soledad | García Márquez, Gabriel | 1967 | 9780307474728
spa | Don Quijote de la Mancha | Cervantes Saavedra, Miguel de | 1605 |
spa | La casa de los espíritus | Allende, Isabel | 1982 |
spa | Como agua para chocolate | Esquivel, Laura | 1989 |
spa | Pedro Páramo | Rulfo, Juan | 1955 |
spa | La sombra del viento | Ruiz Zafón, Carlos | 2001 |
spa | El amor en los tiempos del cólera | García Márquez, Gabriel | 1985 |
spa | Veinte poemas de amor y una canción desesperada | Neruda, Pablo | 1924 |
spa | La oruga muy hambrienta | Carle, Eric | 1994 |
spa | Donde viven los monstruos | Sendak, Maurice | 1984 |
spa | Buenas noches, Luna | Brown, Margaret Wise | 1995 |
fre | Le Petit Prince | Saint-Exupéry, Antoine de | 1943 | 9780156013987
ger | Die unendliche Geschichte | Ende, Michael | 1979 |
heb | מיכאל שלי | עוז, עמוס | 1968 |
ara | أولاد حارتنا | محفوظ، نجيب | 1959 |
rus | Мастер и Маргарита | Булгаков, Михаил | 1967 |
chi | 红楼梦 | 曹雪芹 | 1791 |
`

export const MAGAZINES = `
National Geographic, October 2026 | | 2026
National Geographic, November 2026 | | 2026
Scientific American, November 2026 | | 2026
Consumer Reports, November 2026 | | 2026
The New Yorker, 16 November 2026 | | 2026
Ranger Rick, November 2026 | | 2026
Bon Appétit, November 2026 | | 2026
`

export const GAMES = `
The Legend of Zelda: Breath of the Wild | Nintendo | 2017
Mario Kart 8 Deluxe | Nintendo | 2017
Minecraft | Mojang | 2011
Stardew Valley | ConcernedApe | 2016
`

export const REFERENCE = `
The World Almanac and Book of Facts 2026 | | 2025
Merriam-Webster’s Collegiate Dictionary | | 2003
Atlas of Maple County | | 1996
`

/** Never lent, and no rule covers it: what the desk says when nobody has decided. */
export const ARCHIVE = `
Maple Street Gazette, bound volume 1911 | | 1911
`

/** item type | what it is */
export const THINGS = `
HOTSPOT | Wireless hotspot, kit
LAPTOP | Laptop for use in the library
CHARGER | Phone charger for use in the library
PROJECTOR | Projector and screen
KIT | Ukulele kit
KIT | Bird-watching backpack
KIT | Cake pan: dinosaur
EXHIBIT | Winter lights lantern
SCHOOLSET | Class set: Charlotte’s Web
`
