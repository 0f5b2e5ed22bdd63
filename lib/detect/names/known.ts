/**
 * Names that are not a private person's: public figures, authors, characters, places, the calendar. Compiled by hand
 * for this project (SOURCES.md). Keys as `nameKey` makes them. The tagger weighs them: none of
 * them decides alone.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const phrases = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s*[,\n]\s*/)
      .filter(Boolean),
  );

/** Full names of people and characters that lessons are about. After one of them its parts alone are quiet too. */
export const PUBLIC_FULL_NAMES = phrases(`
maya angelou, rosa parks, abraham lincoln, george washington, thomas jefferson, john adams, benjamin franklin, ben franklin
alexander hamilton, james madison, andrew jackson, theodore roosevelt, franklin roosevelt, franklin delano roosevelt
eleanor roosevelt, john kennedy, john f kennedy, barack obama, michelle obama, joe biden, donald trump, kamala harris
bill clinton, hillary clinton, george bush, ronald reagan, richard nixon, jimmy carter, lyndon johnson, harry truman
martin luther king, martin luther, martin luther king jr, coretta scott king, malcolm x, john lewis, frederick douglass
harriet tubman, sojourner truth, susan b anthony, booker t washington, george washington carver, ida b wells, nat turner
web du bois, thurgood marshall, ruth bader ginsburg, sonia sotomayor, jackie robinson, muhammad ali, ruby bridges, cesar chavez
dolores huerta, sally ride, neil armstrong, amelia earhart, katherine johnson, mae jemison, john glenn, bill gates, steve jobs
elon musk, mark zuckerberg, albert einstein, isaac newton, marie curie, charles darwin, galileo galilei, rosalind franklin
jane goodall, rachel carson, gregor mendel, louis pasteur, nikola tesla, thomas edison, alexander graham bell, alan turing
ada lovelace, grace hopper, stephen hawking, carl sagan, leonardo da vinci, vincent van gogh, pablo picasso, claude monet
frida kahlo, georgia okeeffe, andy warhol, johann sebastian bach, wolfgang amadeus mozart, ludwig van beethoven, duke ellington
louis armstrong, taylor swift, lin manuel miranda, william shakespeare, emily dickinson, robert frost, langston hughes
walt whitman, edgar allan poe, mark twain, samuel clemens, charles dickens, jane austen, charlotte bronte, emily bronte, mary shelley
george orwell, aldous huxley, ray bradbury, john steinbeck, ernest hemingway, f scott fitzgerald, harper lee, toni morrison
alice walker, zora neale hurston, james baldwin, richard wright, ralph ellison, amy tan, sandra cisneros, gary soto, gary paulsen
jerry spinelli, lois lowry, judy blume, beverly cleary, roald dahl, shel silverstein, eric carle, maurice sendak, dr seuss
jk rowling, j k rowling, rick riordan, suzanne collins, jason reynolds, jacqueline woodson, kwame alexander, jeff kinney
louis sachar, katherine paterson, madeleine lengle, eb white, e b white, cs lewis, jrr tolkien, elie wiesel, anne frank
kate dicamillo, rj palacio, christopher paul curtis, mildred taylor, walter dean myers, matt de la pena, amanda gorman
tim obrien, arthur miller, tennessee williams, lorraine hansberry, august wilson, maurice sendak, jean piaget, lev vygotsky
john dewey, maria montessori, benjamin bloom, carol dweck, paulo freire, howard gardner, robert marzano, doug lemov, jo boaler
harry potter, ron weasley, hermione granger, percy jackson, katniss everdeen, huckleberry finn, huck finn, tom sawyer
jay gatsby, nick carraway, daisy buchanan, tom buchanan, atticus finch, scout finch, boo radley, tom robinson, jem finch
holden caulfield, sherlock holmes, oliver twist, ebenezer scrooge, peter pan, mary poppins, willy wonka, charlie bucket
lady macbeth, jane eyre, elizabeth bennet, fitzwilliam darcy, jonas salk, clara barton, florence nightingale, helen keller
anne sullivan, betsy ross, paul revere, patrick henry, john hancock, christopher columbus, marco polo, francis bacon
ferdinand magellan, hernan cortes, joan of arc, king george, king arthur, queen elizabeth, queen victoria, winston churchill, adolf hitler
joseph stalin, vladimir lenin, karl marx, mahatma gandhi, mohandas gandhi, nelson mandela, mother teresa, desmond tutu, malala yousafzai
greta thunberg, dalai lama, genghis khan, julius caesar, mark antony, alexander the great, simone biles, lebron james, michael jordan
serena williams, babe ruth, tom brady, kobe bryant, stephen curry, billie eilish, neil degrasse tyson, bill nye, mister rogers, fred rogers
robert e lee, ulysses s grant, john brown, jefferson davis, john locke, adam smith, thomas paine, thomas hobbes, jim crow
santa claus, jack frost, uncle sam, john doe, jane doe, venn diagram, st louis, san jose, santa cruz, santa barbara
john quincy adams, james monroe, james polk, zachary taylor, james buchanan, andrew johnson, ulysses grant, rutherford hayes, james garfield, chester arthur
grover cleveland, benjamin harrison, william mckinley, william taft, woodrow wilson, warren harding, calvin coolidge, herbert hoover, dwight eisenhower
gerald ford, george w bush, aaron burr, john jay, samuel adams, abigail adams, dolley madison, martha washington, nathan hale
benedict arnold, crispus attucks, phillis wheatley, paul cuffe, daniel boone, davy crockett, sam houston, kit carson, meriwether lewis, william clark
sitting bull, crazy horse, chief joseph, red cloud, chief seattle, wilma mankiller, jim thorpe, john ross, stephen austin, santa anna
henry clay, daniel webster, john calhoun, dred scott, harriet beecher stowe, william lloyd garrison, stonewall jackson, william sherman, george mcclellan, john wilkes booth
elizabeth cady stanton, lucretia mott, alice paul, carrie chapman catt, lucy stone, lucy burns, jane addams, jacob riis, upton sinclair, ida tarbell
andrew carnegie, john rockefeller, john d rockefeller, henry ford, cornelius vanderbilt, jp morgan, j p morgan, eli whitney, robert fulton, samuel morse
cyrus mccormick, george westinghouse, wright brothers, orville wright, wilbur wright, charles lindbergh, bessie coleman, buzz aldrin, guion bluford, ellen ochoa
yuri gagarin, valentina tereshkova, john muir, booker washington, marcus garvey, claudette colvin, fannie lou hamer, ella baker, medgar evers, emmett till
stokely carmichael, bayard rustin, ralph abernathy, shirley chisholm, barbara jordan, fred hampton, angela davis, huey newton, rodney king, jesse owens
philip randolph, a philip randolph, daisy bates, linda brown, sylvia mendez, larry itliong, fred korematsu, yuri kochiyama, grace lee boggs, patsy mink
harvey milk, gloria steinem, betty friedan, sandra day oconnor, john marshall, earl warren, clarence thomas, ketanji brown jackson, john roberts, nancy pelosi
mitch mcconnell, bernie sanders, mike pence, alexandria ocasio cortez, mitt romney, john mccain, al gore, colin powell, condoleezza rice, j robert oppenheimer
robert oppenheimer, douglas macarthur, george patton, joseph mccarthy, alger hiss, julius rosenberg, ethel rosenberg, lee harvey oswald, fidel castro, che guevara
simon bolivar, jose de san martin, miguel hidalgo, jose maria morelos, benito juarez, emiliano zapata, pancho villa, porfirio diaz, francisco madero
diego rivera, francisco pizarro, toussaint louverture, jean jacques dessalines, bernardo ohiggins, jose marti, eva peron, salvador allende, augusto pinochet
sor juana ines de la cruz, sor juana, gabriela mistral, pablo neruda, gabriel garcia marquez, isabel allende, octavio paz, jorge luis borges, julio cortazar, juan rulfo
carlos fuentes, laura esquivel, mario vargas llosa, ruben dario, miguel de cervantes, federico garcia lorca, lope de vega, antonio machado, gustavo adolfo becquer, miguel de unamuno
julia alvarez, pam munoz ryan, francisco jimenez, rudolfo anaya, esmeralda santiago, junot diaz, benjamin alire saenz, meg medina, yuyi morales, alma flor ada
queen isabella, king ferdinand, vasco da gama, amerigo vespucci, henry hudson, jacques cartier, samuel de champlain, john cabot, john smith, john rolfe
john winthrop, roger williams, anne hutchinson, william penn, william bradford, james oglethorpe, peter stuyvesant, francis drake, walter raleigh, ponce de leon
hernando de soto, james cook, ernest shackleton, roald amundsen, robert peary, matthew henson, edmund hillary, tenzing norgay, ibn battuta, zheng he
kublai khan, qin shi huang, sun yat sen, chiang kai shek, mao zedong, deng xiaoping, xi jinping, emperor hirohito, oda nobunaga, tokugawa ieyasu
mansa musa, sundiata keita, king tut, ramses ii, queen nefertiti, queen nzinga, shaka zulu, haile selassie, kwame nkrumah, jomo kenyatta
patrice lumumba, idi amin, wangari maathai, ellen johnson sirleaf, kofi annan, chinua achebe, wole soyinka, chimamanda ngozi adichie, ngugi wa thiongo, steve biko
jawaharlal nehru, indira gandhi, rabindranath tagore, emperor ashoka, shah jahan, akbar the great, benazir bhutto, muhammad ali jinnah, aung san suu kyi, ho chi minh
pol pot, saddam hussein, osama bin laden, yasser arafat, golda meir, anwar sadat, ayatollah khomeini, suleiman the magnificent, kemal ataturk, omar khayyam
napoleon bonaparte, louis xiv, louis xvi, marie antoinette, maximilien robespierre, marquis de lafayette, otto von bismarck, kaiser wilhelm, franz ferdinand, gavrilo princip
nicholas ii, leon trotsky, catherine the great, peter the great, ivan the terrible, nikita khrushchev, mikhail gorbachev, boris yeltsin, vladimir putin, volodymyr zelenskyy
benito mussolini, francisco franco, neville chamberlain, charles de gaulle, heinrich himmler, joseph goebbels, adolf eichmann, oskar schindler, sophie scholl, dietrich bonhoeffer
henry viii, anne boleyn, catherine of aragon, mary queen of scots, oliver cromwell, charles i, james ii, william the conqueror, richard the lionheart, king john
thomas becket, thomas more, john calvin, john knox, pope urban, thomas aquinas, saint francis, johannes gutenberg, lorenzo de medici
niccolo machiavelli, dante alighieri, jean jacques rousseau, charles montesquieu, john stuart mill, mary wollstonecraft, edmund burke, david hume, immanuel kant, friedrich nietzsche
rene descartes, blaise pascal, baruch spinoza, gottfried leibniz, jean paul sartre, simone de beauvoir, albert camus, hannah arendt, michel foucault, sigmund freud
carl jung, ivan pavlov, bf skinner, b f skinner, erik erikson, abraham maslow, albert bandura, john bowlby, mary ainsworth, lawrence kohlberg
phineas gage, stanley milgram, philip zimbardo, elizabeth loftus, angela duckworth, daniel kahneman, john hattie, grant wiggins, jay mctighe
carol ann tomlinson, zaretta hammond, gloria ladson billings, bell hooks, lucy calkins, irene fountas, gay su pinnell, kylene beers, penny kittle, kelly gallagher
peter liljedahl, dan meyer, timothy shanahan, harry wong, charlotte danielson, ross greene, temple grandin, norman webb, fred jones, robert gagne
john maynard keynes, milton friedman, friedrich engels, thomas malthus, david ricardo, janet yellen, jerome powell, warren buffett
nicolaus copernicus, johannes kepler, tycho brahe, edwin hubble, ernest rutherford, niels bohr, jj thomson, j j thomson, john dalton, dmitri mendeleev
antoine lavoisier, robert boyle, amedeo avogadro, jacques charles, joseph gay lussac, michael faraday, james clerk maxwell, heinrich hertz, alessandro volta, andre ampere
georg ohm, james joule, lord kelvin, max planck, werner heisenberg, erwin schrodinger, enrico fermi, richard feynman, lise meitner, chien shiung wu
linus pauling, fritz haber, alfred nobel, humphry davy, robert hooke, antonie van leeuwenhoek, carl linnaeus, alfred russel wallace, jean baptiste lamarck, thomas hunt morgan
james watson, francis crick, maurice wilkins, barbara mcclintock, robert koch, edward jenner, alexander fleming, ignaz semmelweis, joseph lister, edward lorenz
alfred wegener, james hutton, charles lyell, mary anning, marie tharp, inge lehmann, charles richter, vera rubin, henrietta leavitt, annie jump cannon
cecilia payne, subrahmanyan chandrasekhar, jocelyn bell burnell, katie bouman, dorothy vaughan, mary jackson, christine darden, annie easley, percy julian, charles drew
daniel hale williams, rebecca lee crumpler, henrietta lacks, ernest just, mario molina, severo ochoa, santiago ramon y cajal, luis alvarez, tu youyou, ibn sina
al khwarizmi, ibn al haytham, hypatia of alexandria, carl friedrich gauss, leonhard euler, pierre de fermat, bernhard riemann, evariste galois, georg cantor, david hilbert
emmy noether, sofia kovalevskaya, sophie germain, srinivasa ramanujan, maryam mirzakhani, paul erdos, terence tao, benoit mandelbrot, john conway, john venn
george polya, george boole, charles babbage, tim berners lee, margaret hamilton, john von neumann, claude shannon, dennis ritchie, linus torvalds, guido van rossum
sam altman, jeff bezos, satya nadella, sundar pichai, larry page, sergey brin, tim cook, steve wozniak, gladys west
beatrix potter, lewis carroll, jm barrie, a a milne, kenneth grahame, rudyard kipling, hans christian andersen, charles perrault
brothers grimm, jacob grimm, wilhelm grimm, laura ingalls wilder, louisa may alcott, frances hodgson burnett, l frank baum, robert louis stevenson, daniel defoe, jonathan swift
jules verne, h g wells, hg wells, bram stoker, oscar wilde, arthur conan doyle, agatha christie, thomas hardy, george eliot
anne bronte, virginia woolf, james joyce, samuel beckett, t s eliot, ts eliot, ezra pound, w b yeats, dylan thomas, seamus heaney
john keats, percy shelley, lord byron, william wordsworth, samuel taylor coleridge, william blake, john donne, john milton, geoffrey chaucer, christopher marlowe
ben jonson, robert browning, elizabeth barrett browning, alfred tennyson, christina rossetti, ralph waldo emerson, henry david thoreau, nathaniel hawthorne, herman melville, washington irving
james fenimore cooper, stephen crane, jack london, kate chopin, edith wharton, henry james, willa cather, sinclair lewis, theodore dreiser, charlotte perkins gilman
o henry, ambrose bierce, bret harte, william faulkner, thornton wilder, eugene oneill, john updike, j d salinger, jd salinger, kurt vonnegut
joseph heller, ken kesey, jack kerouac, allen ginsberg, sylvia plath, anne sexton, robert lowell, elizabeth bishop, wallace stevens, william carlos williams
ee cummings, e e cummings, carl sandburg, edna st vincent millay, gwendolyn brooks, countee cullen, claude mckay, jean toomer, paul laurence dunbar, nikki giovanni
audre lorde, lucille clifton, rita dove, joy harjo, billy collins, mary oliver, naomi shihab nye, ocean vuong, tracy k smith
ada limon, claudia rankine, jimmy santiago baca, martin espada, sherman alexie, louise erdrich, n scott momaday, leslie marmon silko, tommy orange, joseph bruchac
flannery oconnor, shirley jackson, carson mccullers, eudora welty, truman capote, philip roth, cormac mccarthy, don delillo, thomas pynchon, raymond carver
joyce carol oates, alice munro, margaret atwood, ursula le guin, octavia butler, isaac asimov, arthur c clarke, philip k dick, stephen king
ta nehisi coates, jesmyn ward, colson whitehead, yaa gyasi, khaled hosseini, jhumpa lahiri, arundhati roy, salman rushdie, kazuo ishiguro, haruki murakami
maxine hong kingston, viet thanh nguyen, celeste ng, min jin lee, ha jin, gene luen yang, linda sue park, grace lin, kelly yang, cynthia kadohata
marjane satrapi, art spiegelman, william golding, anthony burgess, joseph conrad, e m forster, d h lawrence, evelyn waugh, daphne du maurier, leo tolstoy
fyodor dostoevsky, anton chekhov, nikolai gogol, alexander pushkin, ivan turgenev, franz kafka, thomas mann, hermann hesse, erich maria remarque, bertolt brecht
henrik ibsen, august strindberg, johann wolfgang von goethe, victor hugo, alexandre dumas, gustave flaubert, emile zola, guy de maupassant, charles baudelaire, arthur rimbaud
antoine de saint exupery, marcel proust, henri matisse, victor frankl, viktor frankl, corrie ten boom, lois duncan, s e hinton, se hinton, robert cormier
scott odell, avi wortis, natalie babbitt, elizabeth george speare, esther forbes, karen hesse, karen cushman, sharon creech, sharon draper
nikki grimes, jerry pinkney, faith ringgold, ezra jack keats, patricia polacco, patricia mclachlan, patricia maclachlan, cynthia rylant, jane yolen, tomie depaola
jan brett, leo lionni, lois ehlert, kevin henkes, mo willems, oliver jeffers, dav pilkey, raina telgemeier, lincoln peirce, kate beasley
peggy parish, arnold lobel, norman bridwell, marc brown, ludwig bemelmans, crockett johnson, margaret wise brown, virginia lee burton, robert mccloskey, william steig
chris van allsburg, david wiesner, jon scieszka, lane smith, mac barnett, jon klassen, peter reynolds, grace byers, vashti harrison, kadir nelson
bryan collier, christian robinson, dan santat, kwame mbalia, tomi adeyemi, nic stone, angie thomas, elizabeth acevedo, renee watson, ibi zoboi
jerry craft, varian johnson, sharon robinson, lynda mullaly hunt, katherine applegate, peter brown, stuart gibbs, gordon korman, alan gratz, chris colfer
neal shusterman, veronica roth, james dashner, john green, rainbow rowell, laurie halse anderson, ruta sepetys, markus zusak, m t anderson, philip pullman
neil gaiman, terry pratchett, eoin colfer, jonathan stroud, cornelia funke, diana wynne jones, brian selznick, trenton lee stewart, lemony snicket, jarrett krosoczka
mary pope osborne, barbara park, megan mcdonald, andrew clements, donald sobol, gertrude chandler warner, ann m martin, rl stine, r l stine
sandra boynton, bill martin, ashley bryan, john steptoe, carole boston weatherford, susan cooper, brian jacques, erin hunter, wilson rawls, fred gipson
gary schmidt, jack gantos, kate messner, rebecca stead, erin entrada kelly, thanhha lai, padma venkatraman, aisha saeed, hena khan, karina yan glaser
joan bauer, jennifer holm, kelly barnhill, victoria jamieson, sara pennypacker, ann braden, lisa yee, laurence yep, allen say, ed young
michelangelo buonarroti, raphael sanzio, sandro botticelli, jan van eyck, albrecht durer, hieronymus bosch, pieter bruegel, johannes vermeer, rembrandt van rijn, peter paul rubens
diego velazquez, francisco goya, el greco, artemisia gentileschi, eugene delacroix, edouard manet, edgar degas, auguste renoir, pierre auguste renoir, mary cassatt
georges seurat, paul cezanne, paul gauguin, henri rousseau, edvard munch, gustav klimt, egon schiele, wassily kandinsky, paul klee, piet mondrian
salvador dali, rene magritte, joan miro, marcel duchamp, alexander calder, jackson pollock, mark rothko, willem de kooning, roy lichtenstein, jasper johns
keith haring, jean michel basquiat, jacob lawrence, romare bearden, augusta savage, kehinde wiley, amy sherald, kara walker, yayoi kusama, ai weiwei
katsushika hokusai, utagawa hiroshige, ansel adams, dorothea lange, gordon parks, norman rockwell, grant wood, edward hopper, winslow homer, john singer sargent
auguste rodin, louise bourgeois, maya lin, frank lloyd wright, antoni gaudi, le corbusier, zaha hadid, im pei, wayne thiebaud, chuck close
johannes brahms, frederic chopin, franz schubert, robert schumann, clara schumann, felix mendelssohn, franz liszt, richard wagner, giuseppe verdi, giacomo puccini
antonio vivaldi, george frideric handel, george handel, joseph haydn, pyotr tchaikovsky, peter tchaikovsky, sergei prokofiev, igor stravinsky, dmitri shostakovich, claude debussy
maurice ravel, camille saint saens, edvard grieg, antonin dvorak, gustav mahler, gustav holst, aaron copland, george gershwin, leonard bernstein, john williams
john cage, philip glass, scott joplin, john philip sousa, stephen foster, irving berlin, cole porter, stephen sondheim, andrew lloyd webber, richard rodgers
miles davis, john coltrane, charlie parker, dizzy gillespie, thelonious monk, ella fitzgerald, billie holiday, count basie, nina simone, ray charles
chuck berry, elvis presley, buddy holly, little richard, james brown, aretha franklin, stevie wonder, marvin gaye, diana ross, michael jackson
john lennon, paul mccartney, george harrison, ringo starr, bob dylan, joan baez, pete seeger, woody guthrie, bob marley, jimi hendrix
freddie mercury, david bowie, elton john, kendrick lamar, bad bunny, olivia rodrigo, ariana grande, harry styles, justin bieber, selena gomez
bruno mars, lady gaga, katy perry, ed sheeran, travis scott, celia cruz, tito puente, yo yo ma, mr beast, pharrell williams
tom hanks, robin williams, denzel washington, morgan freeman, will smith, oprah winfrey, ellen degeneres, walt disney, steven spielberg, george lucas
alfred hitchcock, charlie chaplin, marilyn monroe, audrey hepburn, hayao miyazaki, spike lee, ava duvernay, chadwick boseman, viola davis, bob ross
wilma rudolph, althea gibson, arthur ashe, roberto clemente, hank aaron, willie mays, lou gehrig, satchel paige, joe louis
joe dimaggio, mickey mantle, ted williams, ty cobb, cy young, shohei ohtani, mike trout, aaron judge, derek jeter
magic johnson, larry bird, kareem abdul jabbar, wilt chamberlain, bill russell, shaquille oneal, kevin durant, steph curry, giannis antetokounmpo, caitlin clark
angel reese, sue bird, breanna stewart, aja wilson, brittney griner, patrick mahomes, travis kelce, peyton manning, joe montana, jerry rice
walter payton, jim brown, colin kaepernick, lionel messi, cristiano ronaldo, kylian mbappe, diego maradona, david beckham, megan rapinoe, alex morgan
mia hamm, abby wambach, venus williams, roger federer, rafael nadal, novak djokovic, naomi osaka, coco gauff, billie jean king, tiger woods
usain bolt, carl lewis, florence griffith joyner, allyson felix, michael phelps, katie ledecky, simone manuel, gabby douglas, suni lee, nadia comaneci
shaun white, chloe kim, mikaela shiffrin, tony hawk, wayne gretzky, sidney crosby, eliud kipchoge, kathrine switzer, jackie joyner kersee, babe didrikson
charlotte a cavatica, fern arable, stuart little, ramona quimby, beezus quimby, henry huggins, junie b jones, amelia bedelia, nate the great, cam jansen
encyclopedia brown, nancy drew, hardy boys, frog and toad, clifford the big red dog, curious george, pete the cat, captain underpants, dog man, greg heffley
rowley jefferson, matilda wormwood, miss honey, miss trunchbull, james henry trotter, augustus gloop, veruca salt, violet beauregarde, mike teavee, grandpa joe
bilbo baggins, samwise gamgee, lucy pevensie, peter pevensie, susan pevensie, edmund pevensie, meg murry, charles wallace, jesse aarons, leslie burke
stanley yelnats, auggie pullman, julian albans, jack will, summer dawson, august pullman, brian robeson, jonas and gabriel, annemarie johansen, ellen rosen
bud caldwell, cassie logan, stacey logan, esperanza ortega, miguel rivera, ponyboy curtis, sodapop curtis, darry curtis, johnny cade, dally winston
maniac magee, opal buloni, winn dixie, edward tulane, despereaux tilling, gilly hopkins, anne shirley, jo march, beth march, meg march
amy march, pip pirrip, miss havisham, david copperfield, tiny tim, bob cratchit, jacob marley, sydney carton, charles darnay, madame defarge
elizabeth proctor, john proctor, abigail williams, reverend hale, reverend parris, giles corey, rebecca nurse, mary warren, hester prynne, arthur dimmesdale
roger chillingworth, captain ahab, queequeg and ishmael, edna pontellier, daisy miller, blanche dubois, stanley kowalski, stella kowalski, willy loman, biff loman
happy loman, linda loman, walter lee younger, ruth younger, beneatha younger, mama younger, lena younger, troy maxson, george milton, lennie small
curleys wife, tom joad, santiago and manolin, jake barnes, frederic henry, jordan baker, myrtle wilson, george wilson, guy montag, clarisse mcclellan
captain beatty, winston smith, big brother, john the savage, bernard marx, lenina crowne, victor frankenstein, henry jekyll, edward hyde, dorian gray
jonathan harker, mina harker, van helsing, heathcliff and catherine, catherine earnshaw, edward rochester, jane bennet, charles bingley, george wickham, emma woodhouse
starr carter, khalil harris, janie crawford, tea cake, celie and nettie, esperanza cordero, bigger thomas, kunta kinte, sethe and denver, milkman dead
gregor samsa, jean valjean, inspector javert, edmond dantes, don quixote, sancho panza, don quijote, raskolnikov and sonia, anna karenina, ivan ilych
king lear, marcus brutus, lady capulet, lord capulet, friar laurence, nurse and peter, king duncan, king claudius, queen gertrude
nick bottom, peter quince, duke orsino, sir toby belch, king oberon, queen titania, robin goodfellow, king henry, prince hal, john falstaff
gale hawthorne, peeta mellark, primrose everdeen, president snow, effie trinket, haymitch abernathy, tris prior, annabeth chase, grover underwood, luke castellan
albus dumbledore, severus snape, draco malfoy, rubeus hagrid, sirius black, neville longbottom, luna lovegood, ginny weasley, lord voldemort, tom riddle
peter parker, bruce wayne, clark kent, diana prince, tony stark, steve rogers, bruce banner, natasha romanoff, miles morales, wanda maximoff
lois lane, lex luthor, luke skywalker, darth vader, princess leia, han solo, obi wan kenobi, baby yoda, mickey mouse, minnie mouse
donald duck, bugs bunny, charlie brown, lucy van pelt, peppermint patty, bart simpson, homer simpson, lisa simpson, spongebob squarepants, patrick star
dora the explorer, big bird, cookie monster, oscar the grouch, kermit the frog, miss piggy, thomas the tank engine, winnie the pooh, christopher robin, peter rabbit
little red riding hood, red riding hood, goldilocks and the three bears, hansel and gretel, jack and the beanstalk, snow white, sleeping beauty, robin hood, maid marian, friar tuck
king midas, johnny appleseed, paul bunyan, pecos bill, john henry, casey jones, molly pitcher, rip van winkle, ichabod crane, la llorona
humpty dumpty, mother goose, jack sprat, mary had a little lamb, simple simon, old king cole, father christmas, easter bunny, tooth fairy, baba yaga
gilgamesh and enkidu, sir gawain, sir lancelot, queen guinevere, morgan le fay, tristan and isolde, romulus and remus, damon and pythias, echo and narcissus, pyramus and thisbe
dr jekyll, mr hyde, dr frankenstein, dr watson, doctor watson, dr who, dr manhattan, dr king, mr darcy, mrs bennet
mr rochester, mr rogers, ms frizzle, mrs frizzle, mrs dalloway, miss marple, hercule poirot, mr potato head, dr pepper, uncle tom
abu bakr, prophet muhammad, virgin mary, john the baptist, pontius pilate, king david, king solomon, queen of sheba, adam and eve, noahs ark
siddhartha gautama, lao tzu, sun tzu, guru nanak, hammurabi of babylon, cyrus the great, darius the great, king xerxes, king leonidas, pericles of athens
philip of macedon, hannibal barca, scipio africanus, tiberius gracchus, augustus caesar, emperor nero, marcus aurelius, emperor constantine, theodora and justinian, attila the hun
charles martel, eleanor of aquitaine, vlad the impaler, leif erikson, erik the red, moctezuma ii, itzcoatl, sapa inca, pachacuti inca, tupac amaru
san francisco, san diego, san antonio, san juan, santa fe, santa monica, santa ana, santa rosa, san bernardino, san marcos
santo domingo, san salvador, puerto rico, costa rica, el salvador, el paso, las vegas, los angeles, new york, new jersey
new mexico, new orleans, new hampshire, south dakota, north dakota, north carolina, south carolina, west virginia, rhode island, washington dc
st paul, st petersburg, saint louis, fort worth, fort wayne, baton rouge, cedar rapids, grand rapids, salt lake city, kansas city
sri lanka, saudi arabia, south africa, south korea, north korea, new zealand, hong kong, buenos aires, rio de janeiro, sao paulo
lake erie, lake michigan, lake superior, lake ontario, lake huron, mount rushmore, mount everest, grand canyon, death valley, mississippi river
charlotte hornets, orlando magic, utah jazz, memphis grizzlies, dallas cowboys, houston rockets, denver nuggets, phoenix suns, jackson hole, madison square garden
ben and jerry, ben and jerrys, johnson and johnson, proctor and gamble, levi strauss, calvin klein, tommy hilfiger, ralph lauren, betty crocker, aunt jemima
sara lee, little debbie, wendys, mcgraw hill, houghton mifflin, simon and schuster, random house, teachers pay teachers, khan academy, james webb
parker brothers, milton bradley, hershey kiss, st patrick, saint patrick, st valentine, martin luther king day, cesar chavez day, punxsutawney phil
rube goldberg, pythagorean theorem, fibonacci sequence, frayer model, cornell notes, punnett square, pascals triangle, murphys law, moores law, ohms law
hardy weinberg, michaelis menten, krebs cycle, calvin cycle, doppler effect, coriolis effect, van der waals, lewis dot, richter scale, beaufort scale
ann cleeves, john q public, joe schmo, joe bloggs, average joe, jane q public, rosie the riveter, uncle remus, brer rabbit
`);

/** One word that is enough: nobody needs the first name. */
export const PUBLIC_SINGLE_NAMES = words(`
shakespeare einstein gandhi mozart beethoven bach picasso socrates plato aristotle homer virgil dante cleopatra
napoleon hitler stalin lenin churchill columbus galileo copernicus archimedes pythagoras euclid fibonacci pascal
newton darwin mendel tesla edison curie lincoln jefferson obama trump biden roosevelt reagan kennedy nixon truman eisenhower
hamlet macbeth othello romeo juliet ophelia mercutio tybalt banquo gatsby scrooge dracula frankenstein gulliver odysseus
achilles hercules zeus athena apollo poseidon hera hades aphrodite thor odin medusa perseus orpheus prometheus
hemingway steinbeck dickens orwell seuss tolkien rowling angelou vygotsky piaget montessori marzano lexile jesus moses muhammad buddha
christ allah mandela tubman douglass pinocchio cinderella rapunzel gandalf frodo hermione dumbledore voldemort katniss
siri alexa cortana claude gemini chatgpt copilot watson grammarly quizlet kahoot canva desmos chalkline
bloom freyer cornell marzano frayer punnett bohr kepler celsius fahrenheit kelvin ohm joule
rembrandt michelangelo raphael donatello leonardo botticelli caravaggio vermeer monet manet degas renoir cezanne gauguin matisse kandinsky
klimt dali magritte warhol basquiat hokusai vivaldi handel haydn brahms chopin schubert schumann mendelssohn liszt wagner verdi puccini
tchaikovsky stravinsky debussy ravel grieg dvorak mahler holst gershwin beyonce rihanna drake eminem adele shakira selena sophocles euripides
aeschylus aristophanes herodotus thucydides pericles hippocrates ptolemy hypatia cicero seneca ovid aesop confucius laozi hammurabi
tutankhamun nefertiti ramses xerxes darius hannibal spartacus caesar nero constantine charlemagne saladin descartes leibniz euler gauss
fermat riemann galois ramanujan voltaire rousseau montesquieu hobbes locke kant hegel nietzsche marx engels freud jung pavlov skinner maslow
erikson kohlberg bandura dewey machiavelli erasmus luther calvin rutherford dalton mendeleev lavoisier avogadro faraday maxwell hertz volta
ampere planck heisenberg schrodinger fermi oppenheimer feynman hawking linnaeus lamarck pasteur wegener leeuwenhoek hubble brahe boyle hooke
richter mohs becquerel tolstoy dostoevsky chekhov kafka goethe cervantes borges neruda hugo dumas flaubert moliere ibsen chaucer milton keats
byron shelley wordsworth coleridge tennyson yeats joyce woolf faulkner fitzgerald hawthorne melville thoreau emerson whitman poe twain plath
vonnegut salinger mussolini mao zedong castro guevara bolivar zapata juarez moctezuma montezuma atahualpa cuauhtemoc malinche cortes pizarro
magellan balboa vespucci champlain cartier hudson bismarck robespierre lafayette trotsky khrushchev gorbachev putin zelenskyy sacagawea
pocahontas squanto powhatan tecumseh geronimo ares artemis hermes hephaestus dionysus demeter persephone cronus kronos gaia uranus atlas
narcissus icarus daedalus theseus minotaur oedipus antigone creon ismene jocasta tiresias agamemnon menelaus priam hector ajax penelope
telemachus polyphemus circe calypso scylla charybdis aeneas dido pandora midas sisyphus tantalus anubis osiris isis horus ra thoth loki freya
baldur quetzalcoatl tlaloc huitzilopochtli shiva vishnu brahma ganesha krishna rama sita hanuman anansi desdemona iago cassio macduff malcolm
fleance hecate polonius laertes horatio claudius gertrude fortinbras paris benvolio montague capulet rosaline cordelia goneril regan prospero
miranda caliban ariel trinculo oberon titania puck hermia lysander demetrius helena portia shylock antonio bassanio viola orsino olivia
malvolio brutus cassius octavius falstaff beowulf grendel unferth hrothgar wiglaf gilgamesh enkidu quixote siddhartha scheherazade aladdin
mulan moana elsa belle nemo simba mufasa shrek spongebob pikachu mario luigi zelda sonic batman superman spiderman hulk thanos yoda ahab
ishmael queequeg heathcliff rochester fagin pip estella magwitch havisham cratchit bilbo aslan eragon matilda wilbur templeton charlotte
despereaux pippi heidi pollyanna ponyboy sodapop dally snowball squealer boxer clover piggy ralph simon montag beatty clarisse lennie curley
slim candy gregor meursault okonkwo nwoye ikemefuna celie sethe janie gagne danielson wong krashen cummins wida wilson orton gillingham
fountas pinnell saxon pearson savvas zearn ixl seesaw nearpod padlet edpuzzle blooket gimkit duolingo newsela commonlit scratch python roblox
minecraft fortnite pokemon lego nintendo nike adidas gatorade crayola sharpie expo starbucks walmart target costco amazon netflix youtube
tiktok instagram snapchat disney
`);

/** The last words of public full names: a hint that a bare surname is that person's. */
export const PUBLIC_SURNAMES: ReadonlySet<string> = new Set(
  [...PUBLIC_FULL_NAMES]
    .map((name) => name.slice(name.lastIndexOf(' ') + 1))
    .filter((word) => word.length > 3),
);

/** Countries, states, cities and peoples that are rarely a pupil's name in a draft. */
export const PLACES = words(`
america africa asia europe australia antarctica china india japan korea vietnam russia germany france spain italy greece
england britain ireland scotland wales mexico canada brazil peru chile cuba haiti egypt kenya nigeria ethiopia israel
iraq iran syria jordanian ukraine poland turkey philippines guatemala honduras colombia venezuela ecuador portugal sweden norway
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
ohio oklahoma oregon pennsylvania tennessee texas utah vermont washington wisconsin wyoming york jersey hampshire
chicago boston houston dallas denver seattle portland detroit atlanta miami orlando philadelphia baltimore cleveland
london paris rome berlin madrid tokyo beijing moscow athens troy sparta babylon oxford cambridge harvard yale princeton stanford
nile amazon ganges everest sahara pacific atlantic arctic mediterranean caribbean earth mars venus jupiter saturn neptune pluto mercury
english french german spanish roman greek chinese latin christian muslim hindu american
brooklyn bronx manhattan queens hollywood disney pearson mcgraw houghton mifflin scholastic google microsoft apple
afghanistan albania algeria angola argentina armenia austria azerbaijan bahrain bangladesh belarus belgium belize benin bolivia bosnia
botswana brunei bulgaria burundi cambodia cameroon croatia cyprus denmark djibouti estonia fiji finland gabon gambia ghana grenada guinea
guyana hungary iceland indonesia jamaica kazakhstan kuwait laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia
maldives mali malta mauritius moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger oman
pakistan palestine panama paraguay qatar romania rwanda samoa senegal serbia singapore slovakia slovenia somalia sudan suriname switzerland
taiwan tajikistan tanzania thailand tibet togo tonga trinidad tunisia uganda uruguay uzbekistan yemen zambia zimbabwe sacramento honolulu
juneau anchorage topeka bismarck omaha tulsa memphis nashville charleston richmond annapolis albany hartford albuquerque tucson tallahassee
tampa milwaukee minneapolis cincinnati pittsburgh buffalo newark raleigh durham louisville knoxville wichita spokane boise reno oakland
fresno amsterdam brussels vienna prague budapest warsaw lisbon barcelona venice naples dublin edinburgh glasgow stockholm oslo copenhagen
helsinki istanbul ankara cairo nairobi lagos johannesburg baghdad tehran delhi mumbai calcutta kolkata karachi dhaka bangkok hanoi saigon
manila jakarta seoul pyongyang osaka kyoto hiroshima nagasaki shanghai havana bogota quito lima caracas montevideo managua tegucigalpa
kingston toronto montreal vancouver ottawa quebec ontario alberta manitoba oaxaca jalisco chiapas yucatan mesopotamia persia prussia
byzantium carthage gaul assyria sumer phoenicia macedonia normandy bavaria siberia scandinavia balkans crimea galapagos polynesia melanesia
danube rhine thames seine volga yangtze mekong euphrates tigris zambezi orinoco andes alps himalayas rockies appalachians sierra kilimanjaro
vesuvius espana estados unidos francia alemania inglaterra italia grecia egipto brasil europa oceania antartida titan callisto ganymede io
triton oberon titania miranda ariel umbriel phobos deimos charon ceres orion andromeda polaris sirius betelgeuse vega halley hubble neptuno
urano saturno marte mercurio pluton tierra luna sol african asian european arab arabic somali hmong vietnamese korean japanese filipino
russian polish ukrainian irish italian portuguese brazilian mexican canadian cuban dutch swedish norwegian danish finnish swiss austrian
hungarian turkish persian iranian iraqi syrian lebanese egyptian ethiopian nigerian kenyan ghanaian indian pakistani jewish catholic
protestant buddhist islamic hebrew aramaic swahili yoruba igbo zulu navajo cherokee lakota apache iroquois aztec inca olmec celtic
viking mongol ottoman
`);

/** Given names that are also places: not a person after "in", "from", "near" and the like. */
export const PLACE_NAMES = words(`
austin savannah charlotte madison jackson jordan georgia carolina virginia dakota sydney florence vienna phoenix
chad kingston lincoln dayton camden aurora cheyenne houston dallas denver brooklyn london paris asia india israel kenya
america trenton salem santiago sofia victoria regina milan verona siena lourdes washington columbia
`);

/** Months, days, feasts. */
export const CALENDAR = words(`
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
easter christmas halloween thanksgiving hanukkah ramadan diwali juneteenth kwanzaa
`);

/** A capitalised word after a name that makes it the name of a thing: "Lincoln Elementary", "Franklin Street". */
export const THING_WORDS = words(`
elementary middle high school academy university college institute district county city state street avenue road drive lane
boulevard park river lake mountain mountains mount island islands bay beach valley creek canyon bridge building hall library museum hospital church
stadium theater theatre center centre house press publishing company corporation foundation award prize medal
method model theory theorem law laws effect diagram triangle square scale cycle principle equation constant test
taxonomy framework protocol curriculum standards act amendment treaty doctrine war battle purchase trail expedition revolution
disease syndrome notes chart map day week month era age empire dynasty cup bowl series league
`);
