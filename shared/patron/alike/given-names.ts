/**
 * Given names that one person goes by: nicknames, spellings and the same name in other languages. A name that is in two
 * families may be either. Names of no family in common are two people’s, however alike: Eric is not Erin. Folded.
 */

/** A name, and what else its bearer is called. */
export const NAME_FAMILIES: readonly string[] = `
aaliyah, aaron aron arron, abigail abby abbie gail abigael avigail, abraham abe bram abram ibrahim avraham, ada, adalyn,
adam adan adamo, addison, adele adela adelle, adolfo fito, adrian adriano adrien hadrian, adriana adrienne adrianna,
agnes ines inez agnieszka aga, ahmed, aidan aiden ayden, akira, alan allan allen al alain, alana, albert al bert bertie
alberto albrecht beto, alejandra alexandra alex lexi lexie sandra sandy sasha alexa allie aleksandra oleksandra ale,
alejandro alexander alex al xander sandy sasha alec alek aleksandr aleksander alessandro oleksandr sacha ale alexandre
olek, alexis alexia lexi lexie alex, alexus, alfonso poncho, alfred al fred freddie alfredo alf, alice alicia alix ali
allie alyssa alisa licha, alison allison allyson alyson ali allie, alma, alvin, amanda mandy mandie, amber, amelia amy
emelia millie amalia, amina, amir, amit, amy aimee ami, ana anna ann anne annie anita anya ania anka annette anushka,
andrea andie andi drea, andrew andy drew andres andre andrei andrey andreas andrzej andriy anders, angela angie angel
angelina angelica, anika, anthony tony antonio anton ant antoine toni antony tono tonio, antonia toni tonya antonina,
april, aria, ariana, arlene arleen, arnold arnie arnaldo, arthur art artie arturo artur, asher, ashley ashleigh ashlee
ash, athena, aubrey, audrey audra, aurora, autumn, axel, barbara barb barbie babs bobbie barbra varvara basia, beatrice
bea beatriz trixie bee beatrix bety, beau, benjamin ben benny benji benjy benjamim binyamin, bernard bernie bernardo,
beverly bev beverley, blanca bianca blanche, bonnie, bradley brad, brandon branden brandyn, brenda, brendan brendon,
brian bryan bryant, brianna, bridget brigid bridgette brigitte, brittany britney brittney britt, brody, brooke,
brooklyn, bruce, bruno, bryce brice, caitlin kaitlyn katelyn caitlyn kaitlin kait kate, callum, calvin cal, cameron cam
kameron, camila camille camilla cami millie, camryn, carl karl carlo carlos charles charlie chuck chas chaz charley
carol karel karol, carla karla charlotte carlota lottie charlie carly, carmen carmela, carol carole, caroline carolyn
carrie carolina karolina karoline carol, carter, cassandra cass cassie kassandra sandra sandy, catherine katherine
kathryn kate katie kathy cathy kat kitty kathleen catalina katarina ekaterina kathrine cata cate kasia katia katya,
cecilia cecily cece celia, chad, chase, chelsea chelsey, cheryl sheryl cherie, chloe khloe, christian chris cristian
kristian, christina christine chris chrissy tina kristin kristen kristina kirsten cristina krista christa kristine
krystyna, christopher chris kit topher cristobal kristopher christoph krzysztof, clara claire clare clair klara,
clarence, claudia claudette, clayton clay, clifford cliff, cody kody, cole, colin collin, colton, concepcion concha
conchita, connor conor conner, constance connie constanza, consuelo chelo, cooper, corey cory kory, courtney kourtney,
craig, crystal krystal christal kristal, curtis curt kurt, cynthia cindy cyndi cinthia, dakota, dale, dalia, damaris,
damian damien damon, dana, daniel dan danny daniil danilo danil danial, daniela danielle dani daniella danyelle, darlene
darla, darren darrin daren, darryl daryl darrell, david dave davy davey davi dawid dovid, davis, dawn, dean, deborah
debra deb debbie debora debby, delaney, denise denice deniz, dennis denis denny dionisio, derek derrick dereck, destiny,
diana diane diann dianne di deanna, diya, dmitry dmitri dmitriy dima dimitri demetrius dmytro dimitrios, dolores lola
lolita delores lolis loli, dominic dominick nick domingo dom dominik, donald don donnie donny, donna, dorothy dot dottie
dolly dorothea dorotea, douglas doug, duane dwayne wayne, dylan dillon dilan, earl, easton, eden, edith edie edyta,
edmund ed eddie edmundo, eduard edward ed eddie ted teddy ned eduardo eddy edvard lalo, edwin ed eddie, eileen aileen
ilene, elaine helen elena helena eleanor ellen nell nellie nora lena yelena olena leonor ella helene ellie eleanora,
elijah eli elias ilya, elise, elizabeth beth liz lizzie betsy betty bess lisa liza eliza libby elisabeth elisa elsa
ellie elle yelizaveta isabel chabela, ellis, emerson, emery, emily emilia em emmy emilie emely, emma em emmy, emmett,
enzo, eric erik erick, erica erika ericka, erin aaryn, ernest ernie ernesto neto, esther ester esperanza, ethan, eugene
gene evgeny yevgeny eugenio evgenii yevgen zhenya, eugenia zhenya, eva eve evelyn evie evelina ava, evan, ezra, faith,
fatima, felicia felicity, felix, fernando ferdinand fernand nando fer, finn, fiona, florence flo flora florencia
flossie, frances fran francesca francisca franny frankie paquita, francis frank francisco franklin frankie pancho paco
francois francesco franz paquito kiko, frederick fred freddie freddy federico fredrick fritz fredric, gabriel gabe
gavriel, gabriela gabrielle gaby gabby gabriella gabi, gail gayle, gary garry, gavin, gemma, genesis, george georgie
jorge jorg georg giorgio yuri jerzy georgi georgy jurgen, gerald gerry jerry gerardo gerard jerome lalo, geraldine
gerry, gia, gilbert gil gilberto beto, gina regina virginia ginny ginger georgina gigi, giselle, gladys, glenn glen,
gloria, grace gracie graciela chela, graciela chela, gregory greg gregg gregorio grigory grzegorz goyo grzesiek,
gretchen, griffin, guadalupe lupe lupita, guillermo william bill billy will willie willy liam guglielmo wilhelm memo
guillaume wiliam, gustavo tavo, gwendolyn gwen, hadley, hailey haley hayley haylee, hannah hanna anna hana, harold harry
hal haroldo, harper, harriet hattie, hassan, hazel, heather, hector, heidi adelheid, henry hank harry enrique hal henri
heinrich enrico quique kike, herbert herb bert, holden, holly hollie, hortensia tencha, howard howie, hudson, hugh hugo
hughie, humberto beto, hunter, ian iain, ignacio nacho ignatius, igor, imani, india, irene irina ira, iris, isaac ike
isaak itzhak, isabella isabel bella izzy isabelle ysabel belle isobel chabela, isaiah, isla, itzel, ivan ivo john johnny
jack juan johan hans jan giovanni johann jean jon jonny sean shawn shaun janek vanya, ivy, jacob jake jacobo jakob jakub
jacques yakov, jacqueline jackie jacquelyn jaclyn jacquelin, jada, jade, jamal, james jim jimmy jamie jaime jaymes, jane
janie juana jeannie, janet jan janette, janice jan janis, jared jarred jarrod, jasmine jazmin yasmin jasmin jazmine,
jason jay jayson, javier xavier, javon, jaxon, jay, jayden jaden jaiden, jaylen, jean jeanne juana jeannie, jeffrey jeff
geoffrey geoff jeffery, jenna, jennifer jen jenny jenn jennie, jeremy jerry jeremiah jeremias, jesse jess jessie,
jessica jess jessie jesica yesica, jesus chuy chucho, jett, jill jillian gillian gill, joan joanna joanne jo juana
johanna asia joasia, joaquin, jocelyn joselyn joss, jodi jody jodie, joel, jonathan jon jonny nathan jonathon johnathan,
jordan jordyn jordon, jose joseph joe joey pepe giuseppe josef jozef yosef yusuf youssef yousef josip chepe, josefina
josephine jo josie fina pepita josefa, joshua josh josue, joy, joyce, judith judy judi judit, julia julie juliana jules
julianne yulia giulia, julian jules julio julius, juliet, june, justin justino, kaden, kai, kamila, karen karin caren
karyn, karina, kayla kaila caila, keira, keith, kelly kellie kelli kelley, kendall, kendra, kenneth ken kenny, kevin
kev, khadija, kiara, kimberly kim kimmy kimberley kym, kingston, kira, konstantin kostya konstantinos, kwame, kyle,
lamar, lana, landon, lara, larry lawrence lauren lorenzo laurence lars laurent lawrance, laura lauren lori laurie lora
laurel, layla, leah lea lia, leila, leilani, leo leon leonardo leonard lenny len leonid leopold, leslie lesley les,
leticia letitia letty lety, levi, lila, lillian lily lilly lil liliana lilian, lincoln, linda lynda lindy lin, lindsay
lindsey, logan, lois, london, loretta, lorna, louis lou luis louie lewis ludwig luigi lucho, louise luisa lou lulu
louisa, lucas luke luca lukas luka, lucy lucia lucille luz lucinda, luna, luther, lydia lidia, lyla, lyle, mabel,
mackenzie mckenzie kenzie, madeline maddie madeleine madelyn madison magdalena lena maddy, mae, maia, malia, manuel
manny manolo emmanuel emanuel, manuela manola, mara, marcia marsha, marcus mark marc marco marcos markus, margaret
maggie meg peggy marge margie margarita greta rita margot marguerite margo daisy malgorzata margret gosia malgosia,
maria mary marie mia marisol maribel mariya miriam maryam mariam molly polly mimi marya maura mari marichu, marilyn
marylin, mario, marion marian marianne mariana, marisa marissa, marjorie marge margie, martha marta marty, martin marty
marti martino, marvin, mason, matthew matt mateo matty matias mathew matteo mateusz matthias mattias matvei, maureen mo,
maurice mauricio moe morris, maxwell max maximilian maximo maxim maksim, maya, megan meg meghan meagan, mei, melanie
mel, melissa mel missy lissa, melvin mel, mercedes meche merche, meredith, micah, michael mike mick mickey miguel mikey
mikhail michel mitch micheal misha michal mischa mykhailo michele, michelle shelly michele shelley micaela mikaela
michaela, mila, mildred millie, miles, milo, mira, mohammed muhammad mohamed mohammad muhammed mohamad mo mehmet
muhamad, monica monique, morgan, morris moe, moses moises moshe musa moe, myles, nadia nadezhda nadine, nancy nan,
naomi, natalie natalia nat natalya nataliya natasha natalee, natan, nathalia, nathaniel nathan nate nat natanael,
nayeli, neil, nelson, nia, nicholas nick nicky nicolas nico nikolai nicolaus mykola klaus nikolas nikola nickolas miklos
kolya, nicole nikki nicky nicola colette nichole, nina, noah, noelle, nolan, norma, norman norm, nova, octavio tavo,
odessa, odin, olga olha helga, oliver ollie oliverio olivier, olivia liv livvy ollie, omar, opal, ophelia, orion, oscar
oskar, otis, owen, paige, pamela pam, paris, parker, patricia pat patty trish tricia patti patsy patrice, patrick pat
paddy patricio rick, paul pablo pavel paulo paolo pavlo pawel paulie, paula pauline paulina polly, peggy, penelope
penny, perla pearl, peter pete pedro piotr petr pyotr pietro petro pierre pieter, peyton payton, philip phil phillip
felipe filip felip pip philippe, phoebe, phyllis, pilar pili, piper, porter, preston, priscilla prissy cilla, priya,
quinn, rachel rachael raquel rae rahel, rafael raphael rafe rafa raffi rafita, raj rajesh rajendra, ralph raul rolf,
ramon raymond ray raimundo raymundo moncho, randall randy randolph, ravi, raymond ray, reagan, rebecca becky becca
rebekah rivka rebeca, reese, refugio cuca cuco, reginald reg reggie reginaldo, remy, renee rene renata renate, rhonda,
rhys, ricardo richard rick dick rich ricky richie rico ryszard riccardo, riley, river, robert bob bobby rob robbie
roberto bert robin rupert bobbie robb beto, roberta bobbie robbie, robin robyn, rodney rod, rodolfo fito, rodrigo
roderick rod rorro, roger rogelio rodger, roland rolando rollo orlando, roman, ronald ron ronnie ronaldo, rory, rosa
rose rosie rosita rosalie rosalia roza rosalind, rosario chayo charo, rosemary rosie rosemarie, rowan, roy, ruben
reuben, ruby, russell russ rusty, ruth ruthie rut, ryan rian, ryder, sabrina, sage, sally sarah sara sadie sarita sarai,
salma, salvador sal salvatore chava, samantha sam sammy, samuel sam sammy samuil shmuel, sanjay, santiago tiago diego
james chago, savannah, sawyer, scott scotty, selena, serena, sergio sergei sergey serge serhiy serguei checo, seth,
shannon, sharon shari, sheila sheela, shirley, sidney sydney syd sid, sienna, silas, simon simeon shimon, simone simona,
skylar, sloan, socorro coco, sofia sophia sophie zofia sofie sofiya, sonia, spencer, stacy stacey staci anastasia stasia
nastya, stanley stan stanislav stanislaw staszek stas, stella estela estelle, stephanie steph estefania stefanie
stephany steffi stefania, stephen steven steve esteban stefan stevie stephan etienne szczepan stepan istvan steffen,
stuart stewart stu, summer, sunita, susan sue susie susana suzanne suzy susanna susannah zuzana suzie, svetlana sveta,
sylvia silvia sylvie, tabitha, talia, tamara tammy tami tamar, tanya tania tatiana tatyana tonya, tara, tatum, taylor
tayler, terence terry terrence terrance, teresa theresa terry tess tessa terri therese terese tere, thea, theodore ted
teddy theo teodoro fyodor teodor fedor feodor, thomas tom tommy tomas thom tomasz tommaso tomek, tiffany tiff, timothy
tim timmy timoteo timofey, tobias, todd, tracy tracey traci, travis, trevor, tristan, tyler ty, tyrone, uma, valentina,
valerie val valeria valery, vanessa nessa, vera, veronica ronnie vero roni veronika, vicente vincent vince vinny vinnie
vincenzo vin chente, victor vic vik viktor vittorio, victoria vicky vicki tori vickie vikki viktoria, viola, violet,
vivian viv viviana vivien vivienne, vladimir vova volodymyr wlodzimierz vlad vladislav volodya, wade, wallace wally,
walter walt wally gualterio wally, wanda, warren, wendy, wesley wes, willa, willow, wojciech wojtek, wyatt, ximena,
yara, yolanda yoli, yuki, yvette ivette, yvonne ivonne, zachary zach zack zak zachariah zac zackary, zara, zbigniew
zbyszek, zion, zoe zoey zoya
`
  .trim()
  .split(/,\s+/)
