/**
 * Words and phrases of US schools by what they speak of: the sensitive categories, and the words that stand beside a
 * number, a name of a school, a secret or a date. A feature of the details tagger: a phrase here is a hint, never a
 * finding. One phrase of up to four words on a line, each word written as the key of its token: lower case, without
 * accents, apostrophes and hyphens ("selfcontained"). A possessive ending is not part of a key, so "crohn" stands
 * beside "crohns".
 */
export const LEXICON: Record<string, string> = {
  disability: `
1 1 aide
1 1 para
22 q deletion
22 q11
504
504 accommodations
504 coordinator
504 plan
aac
aac device
aba
aba therapy
accommodations
achondroplasia
acomodaciones
adapted pe
adaptive equipment
adaptive pe
adhd
adhd combined type
afo
afos
aide
albinism
alternate achievement standards
alternate assessment
amputee
angelman
angelman syndrome
aphasia
apraxia
apraxia of speech
ard
ard committee
arthrogryposis
articulation disorder
asd
asl interpreter
asperger
aspergers
assistive technology
attention deficit
audifonos
auditory processing
auditory processing disorder
autism
autism diagnosis
autism spectrum
autism spectrum disorder
autismo
autista
autistic
bcba
behavior intervention plan
behavior support plan
behavior tech
bip
bone anchored
braille
braillenote
brittle bone
bsp
capd
case manager
cerebral palsy
charge syndrome
child find
childhood apraxia
chromosomal deletion
ciega
ciego
cochlear implant
cochlear implants
cognitive delay
cognitive impairment
communication board
communication device
comp ed
compensatory services
cornelia de lange
cortical visual impairment
cpse
cri du chat
cse meeting
cvi
deaf
deaf blindness
deafblind
deafness
deficit de atencion
demand avoidance
developmental delay
developmental disabilities waiver
developmental disability
developmentally delayed
dhh
digeorge syndrome
disabled
discapacidad
discapacidad de aprendizaje
discapacidad intelectual
discapacitada
discapacitado
dislexia
down syndrome
downs syndrome
drug exposed at birth
duchenne
dwarfism
dynavox
dysarthria
dyscalculia
dysgraphia
dysgraphic
dyslexia
dyslexic
dyspraxia
early childhood special education
early intervention
ebd
echolalia
echolalic
ecse
educacion especial
elopement risk
eloper
emotional behavioral disorder
emotional disturbance
emotionally disturbed
esy
executive functioning deficit
expressive language disorder
extended school year
extended time
eye gaze device
fape
fasd
fba
fetal alcohol
fetal alcohol syndrome
fm system
fragile x
functional behavior assessment
functional behavioral assessment
gait trainer
gen ed inclusion
genetic disorder
global developmental delay
hard of hearing
hearing aid
hearing aids
hearing impaired
hearing impairment
hearing itinerant
hearing loss
hemiparesis
hemiplegia
high functioning autism
hiperactividad
hoyer lift
hydrocephalus
hyperactivity disorder
hypotonia
iep
iep goal
iep goals
ieps
ifsp
inattentive type
inclusion student
individualized education program
integrated coteaching
intellectual disability
intellectually disabled
interpreter for the deaf
kabuki syndrome
katie beckett
klinefelter
lamp words for life
language impairment
language processing disorder
learning disability
learning disabled
least restrictive environment
leg braces
legally blind
lenguaje de senas
level 3 autism
life skills class
life skills unit
limb difference
low muscle tone
low vision
lre
mainstreamed
mainstreaming
manifestation determination
mdr
microcephaly
microdeletion
mild id
mild moderate
minimally verbal
mixed receptive expressive
mod severe
modified assignments
modified curriculum
multiple disabilities
multiply disabled
muscular dystrophy
necesidades especiales
neurofibromatosis
no verbal
noise canceling headphones
nonpublic school placement
nonspeaking
nonverbal
nonverbal learning disability
noonan syndrome
nvld
nystagmus
occupational therapist
occupational therapy
odd diagnosis
ohi
on the spectrum
one on one para
one to one aide
oneonone aide
onetoone aide
oppositional defiant
oppositional defiant disorder
orientation and mobility
orthopedic impairment
osteogenesis imperfecta
ot
other health impaired
other health impairment
outplacement
para
paraeducator
paralisis cerebral
paralyzed
paraplegic
paraprofessional
paras
pda profile
pdd
pdd nos
pecs
phelan mcdermid
phonological disorder
physical therapist
plaafp
plan 504
plan educativo individualizado
posterior walker
power chair
prader willi
praderwilli
preferential seating
present levels
preverbal
prior written notice
problemas de aprendizaje
procedural safeguards
processing speed
proloquo
proloquo2go
prone stander
prosthetic eye
pt
pull out
pullout services
push in
pushin services
quadriplegia
quadriplegic
rbt
receptive language
reeval
regional center
related services
residential placement
resource pullout
resource room
retinitis pigmentosa
retraso del desarrollo
retraso en el habla
rett syndrome
screen reader
scripting
sdc
sdi
section 504
selective mutism
selectively mute
self contained
self contained classroom
selfcontained
sensory break
sensory breaks
sensory diet
sensory needs
sensory overload
sensory processing
sensory processing disorder
sensory room
sensory seeking
service dog
service minutes
shadow
shadow aide
shadow teacher
sign language interpreter
significant developmental delay
silla de ruedas
sindrome de down
sld
sli
slp
smith magenis
sorda
sordera
sordo
sotos syndrome
spastic diplegia
special day class
special ed
special education
special needs
specially designed instruction
specific learning disability
sped
speech delay
speech generating device
speech impaired
speech impairment
speech language impairment
speech path
speech pathologist
speech therapist
speech therapy
speech to text
spina bifida
spinal muscular atrophy
stimming
stims
stutter
stuttering
stutters
swd
tartamudea
tartamudeo
tbi
tdah
teacher of the deaf
terapia de lenguaje
terapia del habla
terapia fisica
terapia ocupacional
text to speech
tic disorder
time and a half
touchchat
tourette
tourette syndrome
tourettes
traumatic brain injury
triennial
trisomy 21
tuberous sclerosis
turner syndrome
tvi
twice exceptional
unilateral hearing loss
usher syndrome
vision services
visual impairment
visually impaired
vocal tics
weighted blanket
weighted vest
wheelchair
white cane
williams syndrome
with disabilities
working memory deficit
`,
  health: `
abilify
abortion
absence seizures
accutane
acid reflux
acne
adalimumab
adderall
adderall xr
adenoids
adrenal insufficiency
advair
adzenys
albuterol
alergia
alergia a las nueces
alergia al cacahuate
alergia al mani
alergias
alergica a
alergico a
allergic
allergic reaction
allergic to
allergist
alopecia
alprazolam
als
alzheimer
alzheimers
amblyopia
amoxicillin
amphetamine salts
anaphylactic
anaphylactic shock
anaphylaxis
anemia
anemic
anti seizure meds
antibiotics
antidepressant
antidepressants
antipsychotic
appendectomy
appendicitis
aripiprazole
arm cast
arrhythmia
asma
aspiration risk
asthma
asthma action plan
asthma attack
asthmatic
ativan
atomoxetine
augmentin
autoimmune
auvi q
auviq
azithromycin
azstarys
azucar alta
azucar en la sangre
back brace
baclofen
banzel
baqsimi
bathroom accident
bathroom accidents
bed bugs
bed rest
bedbugs
bedwetting
bee allergy
bee sting allergy
behind on shots
benadryl
biopsy
birth control
bladder infection
blood glucose
blood sugar
blood transfusion
bloody nose
bmi
body odor
bone marrow transplant
born premature
botox injections
brain tumor
brazo roto
breast cancer
breastfeeding
briviact
broken arm
broken collarbone
broken leg
broken wrist
bronchitis
budesonide
bupropion
buspar
buspirone
calentura
cancer
cancer treatment
carb count
carb counting
carbamazepine
cardiologist
cardiomyopathy
cathed
catheter
catheterization
cavities
celexa
celiac
celiac disease
central line
cetirizine
cgm
chemo
chemo port
chemotherapy
chest pain
chicken pox
chickenpox
children hospital
childrens hospital
chlamydia
choking risk
chronic fatigue
chronic pain
cirugia
cita con el doctor
cita medica
citalopram
claritin
cleft lip
cleft palate
clobazam
clonazepam
clonidine
clozapine
clubfoot
colitis
colostomy
coma
concerta
concussed
concussion
concussion protocol
congenital heart
conjunctivitis
constipation
convulsion
convulsiones
copd
cotempla
covid
covid 19
covid19
cpap
creon
crohn
crohn disease
crohns
crohns disease
croup
crutches
ct scan
cymbalta
cystic fibrosis
dairy allergy
daytrana
dementia
dental abscess
dental surgery
deodorant
depakote
depo shot
desmayo
desmopressin
dexamethasone
dexcom
dexedrine
dexmethylphenidate
diabetes
diabetic
dialysis
diaper changes
diapers
diarrea
diarrhea
diastat
diazepam
digoxin
dilantin
diphenhydramine
dislocated
dizzy spells
dka
doctor excuse
doctor note
doctor orders
doctors note
dolor de cabeza
dolor de estomago
dolor de muelas
dosage
dulera
duloxetine
dupixent
dysautonomia
ear infection
ear infections
ear tubes
eczema
eeg
effexor
egg allergy
ehlers danlos
elevated lead
embarazada
embarazo
emergency care plan
emergency room
enalapril
enbrel
encopresis
endocrinologist
enferma
enfermedad
enfermo
enuresis
eosinophilic esophagitis
epi pen
epidiolex
epilepsia
epilepsy
epileptic
epinephrine
epipen
epipens
er visit
escitalopram
estradiol
ethosuximide
evekeo
expecting a baby
eye patch
factor viii
failure to thrive
fainted
fainting
febrile seizure
feeding tube
feminine products
fever
fibromyalgia
fiebre
fifth disease
fish allergy
flonase
flovent
flu
fluoxetine
fluticasone
fluvoxamine
focalin
food allergies
food allergy
fractura
fracture
fractured
freestyle libre
g tube
gabapentin
gastroparesis
gave birth
geodon
gerd
glucagon
glucometer
gluten allergy
gluten free
gluten intolerance
grand mal
graves disease
gripa
gripe
growth hormone
growth plate
gtube
gtube feeding
guanfacine
haldol
hand foot and mouth
hashimoto
hashimotos
head injury
head lice
heart attack
heart condition
heart defect
heart monitor
heart murmur
heart surgery
hemophilia
hemophiliac
hepatitis
her period
high blood pressure
high blood sugar
high risk pregnancy
hip dysplasia
hiv
hiv positive
hives
homebound
hormone blockers
hormone therapy
hospice
hospital homebound
hospital stay
hospitalizada
hospitalizado
hospitalization
hospitalized
humalog
humira
huntington
huntingtons
hydrocortisone
hydroxyurea
hydroxyzine
hygiene
hygiene concerns
hypertension
hypoglycemia
hypoglycemic
hypothyroidism
ibs
ibuprofen
icu
ihp
imitrex
immune deficiency
immunization record
immunizations
immunocompromised
impetigo
in remission
in the hospital
individual health plan
individualized health plan
infliximab
influenza
infusion
infusions
inhalador
inhaler
insomnia
insulin
insulin pump
insulina
internada
internado
intuniv
irritable bowel
ivig
j tube
jornay
juvenile arthritis
juvenile diabetes
kapvay
kawasaki disease
keppra
ketoacidosis
ketogenic diet
ketones
kidney disease
kidney failure
kidney transplant
klonopin
la operaron
lacosamide
lactation
lactose intolerant
lamictal
lamotrigine
lantus
latex allergy
latuda
lazy eye
lead poisoning
leucemia
leukemia
levalbuterol
levetiracetam
levothyroxine
lexapro
lice
life support
lisdexamfetamine
lithium
liver transplant
lo operaron
long covid
long qt
lorazepam
low blood sugar
lupron
lupus
luvox
lymphoma
malnourished
marfan syndrome
maternity leave
measles
medicaid
medical absence
medical alert bracelet
medical leave
medically fragile
medicamento
medicamentos
medicated
medication administration
medication form
medicina
meds
melatonin
meningitis
menstrual cramps
menstruation
mesalamine
metadate
metformin
methadone
methotrexate
methylphenidate
mg
mickey button
midazolam
migraine
migraines
migrana
milk allergy
milligrams
miralax
mirtazapine
miscarriage
miscarried
missed his meds
mitochondrial disease
mono
mononucleosis
montelukast
months pregnant
mood stabilizer
morning sickness
mri
mrsa
multiple sclerosis
mumps
mydayis
naloxone
naltrexone
narcan
narcolepsy
nausea
nayzilam
neb treatment
nebulizer
nephrotic syndrome
neuroblastoma
neurologist
neurontin
new meds
nexplanon
ng tube
nicu
nits
norditropin
norovirus
nosebleeds
novolog
nurse visit
nurses office
nut allergies
nut allergy
nut free table
obese
obesity
off her meds
off his meds
olanzapine
omeprazole
omnipod
on medication
ondansetron
onfi
open heart surgery
osteosarcoma
ostomy
ostomy bag
overdose
overdosed
overweight
oxcarbazepine
oxygen tank
ozempic
pacemaker
panales
pans pandas
parenting teen
parkinson
parkinsons
paroxetine
passed out
pastillas
paxil
peanut allergies
peanut allergy
pediatrician
peed her pants
peed his pants
penicillin
pertussis
phenobarbital
physical therapy
picc line
pink eye
pinworms
piojos
pku
plan b pill
pneumonia
pooped his pants
poor hygiene
postpartum
postpartum depression
pots syndrome
potty trained
potty training
prazosin
precocious puberty
prediabetic
prednisolone
prednisone
preemie
pregnancy
pregnant
premature birth
prenatal
prescribed
prescription
presion alta
pristiq
proair
problemas del corazon
propranolol
prosthesis
prosthetic
prosthetic leg
prozac
psoriasis
puberty blockers
pull ups
pullups
pulmicort
pulse ox
qelbree
quarantined
quetiapine
quillichew
quillivant
quimioterapia
qvar
radiation treatment
rash
reactive airway
receta medica
red dye
remeron
remicade
remission
rescue inhaler
rescue medication
rexulti
rheumatoid arthritis
ringworm
risperdal
risperidone
ritalin
ronchas
rsv
sala de emergencia
sala de emergencias
sarampion
sarpullido
scabies
scoliosis
se desmayo
second degree burns
seizure
seizure action plan
seizure disorder
seizures
seroquel
sertraline
sesame allergy
severe allergies
severe allergy
shellfish allergy
shortness of breath
shunt
sickle cell
sickle cell anemia
sickle cell crisis
singulair
sleep apnea
sleep study
smells of urine
soiled
soiled clothes
soiled himself
soplo en el corazon
soy allergy
spinal fusion
spinraza
sprained ankle
staph infection
staples in head
std
stelara
steroids
sti
stimulant medication
stitches
stomach bug
stomach virus
strabismus
strattera
strawberry allergy
strep
strep throat
stroke
suboxone
suctioning
sumatriptan
surgeries
surgery
svt
symbicort
synthroid
t1d
t2d
tacrolimus
takes medication
tamiflu
tb test
teen mom
teen parent
tegretol
tenex
terminal cancer
terminal illness
terminally ill
tested positive for
testosterone shots
tetralogy of fallot
thalassemia
thickened liquids
threw up
throwing up
thyroid condition
toilet trained
toileting
toileting accident
tonic clonic
tonsillectomy
tonsils out
tooth decay
tooth pain
topamax
topiramate
torn acl
tpn
trach
tracheostomy
transplant
trazodone
tree nut allergy
tresiba
trikafta
trileptal
tube fed
tuberculosis
tumor
tylenol
type 1 diabetes
type 2 diabetes
type one diabetes
type1 diabetes
ulcerative colitis
ultrasound
unbathed
underweight
unmedicated
unvaccinated
uti
vaccine exemption
vacunas
vagus nerve stimulator
valium
valproate
valtoco
varicela
venlafaxine
ventilator
ventolin
vimpat
vision screening failed
vistaril
vitiligo
vns magnet
vomitando
vomited
vomiting
vomito
vomitos
von willebrand
vp shunt
vraylar
vyvanse
walking boot
warfarin
weeks pregnant
wegovy
wellbutrin
wet her pants
wet herself
wet himself
wet his pants
wheat allergy
wheezing
whooping cough
xanax
xolair
xopenex
zofran
zolgensma
zoloft
zonisamide
zyprexa
zyrtec
`,
  counseling: `
aces score
addicted to
addiction
adjustment disorder
adverse childhood experiences
alateen
alcoholics anonymous
anger management
anorexia
anorexic
ansiedad
anxiety
anxiety attack
anxiety attacks
anxious
art therapy
ataque de panico
ataques de ansiedad
ataques de panico
attachment disorder
attachment issues
baja autoestima
behavioral health
behavioral health hospital
bereavement
binge eating
bipolar
bipolar disorder
body dysmorphia
body image
borderline personality
bulimia
bulimic
burst into tears
calm down corner
case worker
cbt
check in check out
childhood trauma
cico
conduct disorder
consejera
consejeria
consejero escolar
coping skills
coping strategies
counseling
counseling group
counseling referral
counselor
couples counseling
cried in class
crying spells
dbt
delusions
depresion
depressed
depression
depressive episode
deprimida
deprimido
dissociates
dissociative
dmdd
duelo
dysregulated
dysregulation
eating disorder
emdr
emotional outbursts
emotional regulation
family counseling
family therapy
gad
gender dysphoria
generalized anxiety
grief
grief counseling
grief group
grieving
group counseling
guidance counselor
hallucinations
hearing voices
hopeless
hopelessness
in recovery
in therapy
inpatient
intensive outpatient
intrusive thoughts
iop
isolating
lcsw
licensed clinical social worker
llora mucho
llorando
lmft
low self esteem
lunch bunch
major depressive disorder
manejo de la ira
mental health
mental health counselor
mental health crisis
mental health days
mood disorder
mood swings
night terrors
nightmares
obsessive compulsive
ocd
outpatient therapy
panic attack
panic attacks
panic disorder
paranoia
partial hospitalization
pesadillas
php program
play therapy
post traumatic stress
posttraumatic stress
processing the loss
psicologa
psicologo
psiquiatra
psych eval
psych ward
psychiatric evaluation
psychiatric hold
psychiatric hospital
psychiatric hospitalization
psychiatrist
psychological evaluation
psychologist
psychosis
psychotic episode
ptsd
pulls out her hair
purging
reactive attachment disorder
refuses to come in
rehab
safety plan
salud mental
schizoaffective
schizophrenia
school avoidance
school counselor
school phobia
school psych
school psychologist
school refusal
school social worker
sees things
self esteem
separation anxiety
shut down
skips meals
sobriety
social anxiety
social skills group
social worker
substance abuse counseling
tearful
terapeuta
terapia
test anxiety
therapist
therapy
trabajadora social
trastorno alimenticio
trauma
trauma emocional
trauma response
trauma therapy
traumatized
trichotillomania
withdrawn
wraparound services
zones of regulation
`,
  safety: `
51 a
5150
988
abducted
abusada
abusado
abuse
abused
abusive
abusive boyfriend
abusive relationship
abuso
abuso sexual
acoso
acoso escolar
acoso sexual
acs
acs case
afraid of dad
afraid of stepdad
afraid to go home
airsoft gun
amber alert
amenaza
amenazas
amenazo
ammo
arma
attempted suicide
baker act
baker acted
beats her
beats him
belt marks
better off dead
black eye
bomb threat
box cutter
brass knuckles
bruise
bruised
bruises
bruising
bullied
bullying
burn marks
busted lip
called the police
child abuse
child abuse hotline
child advocacy center
child pornography
child protection
child protective services
child welfare
choked
choked her
cigarette burns
columbia protocol
cortarse
cps
cps case
cps investigation
cps report
cps worker
crips
crisis line
crisis team
crisis text line
csec
cssrs
cuchillo
cuts her arms
cuts on arms
cuts on wrist
cutting herself
cutting himself
cyberbullied
cyberbullying
cys
dating violence
dcf
dcf report
dcfs
dcs
dcyf
death threats
deepfake nudes
dfcs
dfps
dfs
dhhs
dhs
disclosed
disclosed abuse
disclosed to me
disclosure
doesnt feel safe
domestic dispute
domestic violence
dont want to live
drive by
driveby shooting
drug house
drunk at home
dss
dui with kids
dv incident
educational neglect
emotional abuse
end it all
end my life
explicit photos
family services investigator
fentanyl
filed a report
firearm
firearms
forensic interview
gang
gang affiliated
gang involvement
gang signs
ghost gun
glock
golpes
goodbye letter
got beat
got jumped
groomed
grooming
gun
gunshot
gunshots
hacerse dano
handgun
handprint
hang herself
hang himself
harassed
hazing
heroin
high at pickup
hit her with
hit him with
hit list
hits her
hits him
home alone overnight
homicidal
homicidal ideation
hotline report
hotlined
human trafficking
hurt herself
hurt himself
hurt myself
hurting herself
hurting himself
inappropriate touching
incest
intimate partner violence
involuntary hold
jumped by
kidnapped
kill herself
kill himself
kill list
kill myself
killing herself
killing himself
kms
knife
kys
la golpea
la toco
labor trafficking
le pega
le pegan
leaked photos
left alone
live bullets
lo golpea
loaded gun
locked in closet
locked out
machete
made a report
maltrato
maltrato infantil
mandated report
mandated reporter
mandatory report
mandatory reporting
matarse
medical neglect
meeting strangers online
meth
miedo de su papa
missing child
missing person
mobile crisis
molestation
molested
moreton
moretones
ms13
navaja
neglect
neglected
negligencia
no food at home
no harm contract
no reason to live
noose
not be here anymore
nssi
nudes
ocs
older boyfriend
online predator
outcry
outcry statement
pandilla
pandillero
parental abduction
pepper spray
physical abuse
physically abused
pistola
pocket knife
pocketknife
police called
protective custody
quiere morirse
quiero morir
quitarse la vida
ran away
ran away from home
rape
raped
razor blade
removed from the home
rifle
risk assessment
risk level
runaway
safety plan
scared to go home
scars on arms
school shooter
school shooting
se corta
se escapo de casa
se fugo
self harm
self harming
self injury
selfharm
selfinjury
sent nudes
servicios de proteccion infantil
sewerslide
sex trafficking
sexting
sextortion
sexual abuse
sexual assault
sexually abused
sexually assaulted
shoot up
shoot up the school
shot at
si hi
stabbed
stabbing
stalker
stalking
strangled
substantiated
suicida
suicidal
suicidal ideation
suicide
suicide attempt
suicide note
suicide pact
suicide risk assessment
suicide watch
suicidio
suspected abuse
swallowed pills
swatting
taser
terroristic threat
threat assessment
threatened to hurt
threatened to kill
threatened to shoot
threatened to stab
took pills
touched her privates
touched inappropriately
trafficked
trata de personas
unalive
unalive myself
unexplained injuries
unfounded report
unsafe at home
unsecured firearm
unsubstantiated
unsupervised
verbally abusive
violacion
violencia domestica
violencia en casa
want to die
wanted to die
wants to die
weapon
weapons
welfare check
wellness check
welts
whipped with
whooped with
wish i was dead
wishes he was dead
with a belt
`,
  discipline: `
academic dishonesty
adjudicated
adjudicated delinquent
aep
after school detention
aggravated assault
aggressor
alc placement
alcohol
alcohol on campus
altercation
alternative education program
alternative placement
alternative school
ankle monitor
arrest
arrestado
arrested
arson
assault
assaulted
athletic suspension
back talk
backpack search
banned from
battery
beat up
behavior card
behavior chart
behavior contract
behavior log
benched
bit another student
biting
bootcamp
bully
bullying others
burglary
bus referral
bus suspension
called her a
called him a
cannabis
carcel juvenil
castigada
castigado
castigo
caught cheating
caught hands
caught vaping
charged with
cheated
cheating
cigarettes
class disruption
class removal
clip down
code of conduct
code of conduct violation
community service hours
comportamiento
confiscated
contraband
corte juvenil
court ordered
cursed at
cursing
cussed
cussed out
cut class
cutting class
dab pen
daep
defiance
defiant
delinquency
delinquent
demerit
demerits
destroyed the classroom
detencion
detention
detentions
disciplinary
disciplinary action
disciplinary hearing
discipline history
discipline record
discipline referral
disrespect
disrespectful
disruption
disruptive
ditched
ditching
diversion program
djj
dress code violation
drogas
drug distribution
drug possession
drug test
drunk at school
dys
edibles
elf bar
eloped
emergency removal
evacuate the class
expelled
exposed himself
expulsada
expulsado
expulsion
expulsion hearing
failed drug test
falta de respeto
faltas injustificadas
felony
fight
fights
fireworks
fistfight
flipped a desk
flipped a table
flipped off
forged signature
forgery
fought
gang related
geek bar
golpeo a
got into a fight
got written up
graffiti
groserias
gummies
gun free schools act
hallway sweep
handcuffed
harassing
high in class
hit list
honor code violation
horseplay
house arrest
in house
in possession of
in school suspension
inappropriate behavior
inappropriate language
indecent exposure
ineligible to play
infraction
infractions
inschool suspension
instigator
insubordinate
insubordination
intimidation
irrespetuoso
isap
isolated timeout
iss
issued a citation
jjaep
juul
juvenile court
juvenile detention
juvenile hall
juvenile justice
juvie
kicked
kicked off the team
left campus
left without permission
level 2 offense
level 3 offense
libertad condicional
lied about
locker search
long term suspension
loss of privileges
loss of recess
lost recess
lunch detention
major infraction
mala conducta
marihuana
marijuana
metal detector
middle finger
minor infraction
misdemeanor
mooned
n word
nicotine
no contact contract
no trespass
noncompliance
noncompliant
odr
office referral
office referrals
on probation
oss
out of school suspension
outofschool suspension
paraphernalia
parole
pego a otro
pelea
peleando
peleas
perc 30
percs
phone confiscated
phone violation
physical altercation
pills
plagiarism
plagiarized
police report
possession of marijuana
posted the fight
pot brownies
pressed charges
probation
probation officer
probationary contract
problemas de conducta
profanity
property damage
public display
puff bar
pulled the fire alarm
punched
pushed a student
put hands on
racial slur
ran up on
recommended for expulsion
recorded the fight
red card
referral
referrals
refused to comply
reporte disciplinario
restitution
restorative circle
restorative conference
restrained
restraint
robbery
robo
room clear
roughhousing
saturday detention
saturday school
school resource officer
se peleo
se salto clases
searched his backpack
seclusion
selling drugs
set a fire
sexual harassment
shoplifting
shoved
sipping lean
skipped class
skipping class
slapped
slurs
smelled like weed
smelled of weed
smoking in bathroom
social probation
spat at
spit on
sro
stay away agreement
stealing
stole
stolen
stormed out
suspended
suspended from the bus
suspendida
suspendido
suspension
suspension escolar
suspensions
swinging on
swore at
tagged the bathroom
talking back
tardies sweep
teen court
thc
thc cart
theft
threatened a student
threatened a teacher
threw a chair
threw a desk
threw hands
throwing objects
thursday school
tobacco
trespassed
truancy
truancy court
truancy officer
truant
under the influence
used chatgpt
vandalism
vandalized
vape
vape cart
vape detector
vape pen
vapeador
vapeando
vapes
vaping
verbal abuse
verbal altercation
walked out of class
weed
white claw
write up
written up
wrote her up
wrote him up
xans
zero tolerance
zyn
zyns
`,
  immigration: `
a number
abogado de inmigracion
affidavit of support
afraid of ice
alien number
alien registration
alien registration number
arreglar papeles
asilo
asilo politico
asylee
asylum
asylum case
asylum hearing
asylum seeker
asylum seekers
b2 visa
birthright citizenship
border crossing
border patrol
born abroad
by ice
came across the border
caught at the border
cbp
centro de detencion
citizenship
citizenship test
ciudadania
ciudadano
conditional resident
consular id
consulate
corte de inmigracion
country of birth
country of origin
credible fear
crossed the border
crossed the desert
cruzaron la frontera
cruzo la frontera
cuban haitian entrant
daca
daca renewal
dapa
date of entry
deportacion
deportada
deportado
deportaron
deportation
deportation order
deportation proceedings
deported
detained
detained by ice
detenido por inmigracion
detention center
detention facility
dreamer
dreamers
ds2019
ead card
emigro
employment authorization
entered the us
eoir
estatus legal
estatus migratorio
expired visa
f1 student
f1 visa
family reunification
family separation
fear of deportation
foreign born
green card
h1b
h2a
h4 visa
humanitarian parole
i20
i485
i589
i94
ice agents
ice arrested
ice came
ice detainer
ice detention
ice raid
illegal immigrant
illegally
immigrant
immigrant family
immigrant status
immigration attorney
immigration court
immigration detention
immigration hearing
immigration judge
immigration lawyer
immigration status
indocumentada
indocumentado
indocumentados
inmigracion
inmigrante
inmigrantes
itin
j1 exchange
j1 visa
know your rights
la frontera
la migra
lawful permanent resident
legal status
lo agarro inmigracion
lo deportaron
lpr
master calendar hearing
matricula consular
menor no acompanado
migra
migrant
migrant education program
migrant farmworker
migrant worker
mixed status family
mixed status household
n400
naturalization
naturalized
newly arrived from
no legal status
no papers
no tengo papeles
no tiene papeles
no tienen papeles
non citizen
noncitizen
notice to appear
orr
orr shelter
orr sponsor
overstayed
paid a coyote
parole status
parolee
passport
permanent resident
permiso de trabajo
picked up by ice
public charge
recent arrival
recently arrived
recien llegada
recien llegado
redada
redadas
refugee
refugee camp
refugee resettlement
refugee status
refugees
refugiada
refugiado
refugiados
removal order
removal proceedings
resettled
resettlement agency
residencia permanente
residente permanente
sanctuary
seeking asylum
self deport
separated at the border
sij
sijs
sin documentos
sin papeles
siv
smuggled
special immigrant juvenile
special immigrant visa
sponsor family
student visa
t visa
taken by ice
tarjeta verde
temporary protected status
tourist visa
tps
u visa
u4u
uac
unaccompanied alien child
unaccompanied child
unaccompanied minor
undocumented
undocumented immigrant
undocumented parents
undocumented student
us citizen
us entry date
uscis
vawa
visa
visa expired
visa overstay
visa vencida
voluntary departure
without papers
work permit
work visa
`,
  economic: `
adopt a family
almuerzo gratis
almuerzo gratuito
almuerzo reducido
alternate meal
angel tree
annual income
at risk allotment
ayuda del gobierno
ayuda economica
back child support
backpack program
bajos ingresos
bajos recursos
banco de alimentos
banco de comida
bankruptcy
behind on bills
behind on tuition
between jobs
blessings in a backpack
bus pass assistance
bus tokens
cannot afford
cant afford
cant buy supplies
car broke down
car repossessed
cash assistance
cep
child care voucher
child support
childcare subsidy
chip insurance
clothes closet
clothing closet
clothing voucher
coat drive
comes to school hungry
comida gratis
community eligibility
cortaron la luz
could not afford
cupones de alimentos
day laborer
debt
desempleada
desempleado
desempleo
despensa
deuda
direct certification
directly certified
disability check
donated supplies
dos trabajos
double shifts
ebt
ebt card
ecd
ecodis
economically disadvantaged
electricity cut off
energy assistance
estampillas
estampillas de comida
expected family contribution
fafsa
family income
farm work
federal poverty level
fee waiver
fees waived
field trip scholarship
field trip waiver
filed bankruptcy
financial aid
financial difficulties
financial difficulty
financial hardship
financial stress
fired from
fixed income
flat broke
food bank
food box
food insecure
food insecurity
food pantry
food stamps
fr lunch
free and reduced
free and reduced lunch
free breakfast
free lunch
free meals
free or reduced lunch
free reduced
frl
frl status
frpl
furloughed
gas card
gas cards
general assistance
giving tree
gofundme
government assistance
hasnt eaten
head start eligible
hoards food
holes in his shoes
holiday assistance
hotspot loaner
hotspot request
hours cut
household income
hungry
in poverty
inability to pay
income eligibility
income verification
ingresos del hogar
laid off
layoff
lights cut off
lights got cut off
liheap
living in poverty
living paycheck to paycheck
loaner device
lost her job
lost his job
lost their jobs
low income
low ses
lowincome
lunch application
lunch balance
lunch debt
lunch fee waived
lunch money
meal application
meal benefits
meal debt
medicaid eligible
minimum wage
money is tight
needs a coat
needs based scholarship
negative lunch balance
night shift
no alcanza el dinero
no car
no device at home
no electricity
no health insurance
no heat
no insurance
no internet at home
no podemos pagar
no puedo pagar
no running water
no tenemos dinero
no tiene trabajo
no transportation
no wifi at home
no winter coat
nslp
on welfare
out of work
past due
pawned
paycheck to paycheck
payday loan
payment plan
pebt
pell eligible
pell grant
perdio el trabajo
perdio su trabajo
picks fruit
pobreza
poor family
poverty
poverty line
power pack
power shut off
power was cut off
public assistance
reduced lunch
reduced price meals
repossessed
sai number
same clothes
sat fee waiver
scholarship fund
school supply assistance
seasonal work
sed status
sent to collections
ses
shoes falling apart
shoes too small
sin seguro medico
sin trabajo
single income
skipping meals
sliding scale
snack pack
snap
snap benefits
socioeconomically disadvantaged
soup kitchen
ssdi
ssi
struggling financially
summer ebt
tanf
they are broke
title i
toys for tots
trabaja de noche
trabaja en el campo
tuition assistance
unable to pay
unemployed
unemployment
unemployment benefits
uniform assistance
uniform voucher
uninsured
unpaid meal balance
usda meals
utilities shut off
utility shutoff
wage garnishment
waived fees
water shut off
weekend backpack
weekend food bag
welfare
wic
wic office
working two jobs
works night shift
works nights
works three jobs
works two jobs
worn clothes
`,
  housing: `
abandoned building
address unknown
affordable housing
albergue
apartment fire
arrimados
basement apartment
behind on rent
being evicted
between homes
between places
black mold
burned down
camper
campground
cant make rent
casa movil
casero
comparten un cuarto
condemned
condemned house
converted garage
couch hopping
couch surfing
couchsurfing
crashing with
debemos la renta
desalojados
desalojo
desamparado
desamparados
displaced
displaced by fire
displaced by flood
domestic violence shelter
doubled up
doubledup
doubling up
dv shelter
emergency shelter
encampment
evicted
eviction
eviction court
eviction hearing
eviction notice
extended stay
facing eviction
family in transition
family shelter
farmworker housing
fema trailer
fixed regular and adequate
flooded out
foreclosed
foreclosure
garage apartment
group home
halfway house
homeless
homeless liaison
homeless shelter
homeless student
homelessness
hotel de paso
hotel room
hotel voucher
house fire
houseless
housing authority
housing choice voucher
housing insecure
housing insecurity
housing instability
housing projects
housing voucher
housing waitlist
hud housing
hurricane evacuee
in a shelter
infestation
kicked out
kicked out of house
labor camp
landlord
living in a camper
living in a garage
living in a hotel
living in a motel
living in a van
living in car
living in the car
living in their car
living with another family
los corrieron
los desalojaron
lost housing
lost their apartment
lost their home
lost their house
mckinney vento
mckinney vento liaison
mckinneyvento
migrant camp
mkv
mobile home
mobile home park
mold in apartment
motel
motel room
moved five times
moved in with
moves around a lot
mv eligible
mv student
nighttime residence
no fixed address
no hot water
no pagamos la renta
no permanent address
no stable address
nos corrieron
nos desalojaron
notice to quit
nycha
overcrowded
overcrowded apartment
owe rent
park bench
po box only
proof of residency waiver
public housing
rapid rehousing
red cross
refugio
rent assistance
renta atrasada
rental assistance
rentan un cuarto
rented room
residency affidavit
residency investigation
roaches
rv park
salvation army
school of origin
se quemo la casa
seccion 8
section 8
section eight
sharing a bed
sharing a room
shelter
sin casa
sin hogar
sin techo
sin vivienda
sleeping in car
sleeping in the van
sleeping in their car
sleeping on couches
sleeping on the couch
sleeping on the floor
slumlord
squatting
staying at a friend
staying at a friends
staying in a motel
staying with friends
staying with grandma
staying with relatives
students in transition
subsidized housing
temporary housing
tent
tent encampment
the projects
three day notice
thrown out
traila
trailer
trailer park
transitional housing
two families
uhy
unaccompanied homeless youth
unaccompanied youth
under the bridge
unhoused
uninhabitable
unsheltered
unstable housing
viven con familiares
viven en el carro
viven en un motel
vivienda publica
viviendo en el carro
vivimos en un motel
warming center
weekly motel
women shelter
womens shelter
youth shelter
`,
  family: `
abandoned by
abandonment
absent father
absent parent
active duty
adopcion
adoptada
adoptado
adopted
adoption
adoption finalized
adoptive
adoptive family
adoptive mom
adoptive parents
aged out
aging out
alcoholic father
alcoholic mother
alcoholic parent
allowed to pick up
army reserve
at dad this week
at dads this week
at mom this week
at moms this week
bail
bio dad
bio mom
bio parents
biological father
biological mother
birth father
birth mom
birth mother
birth parents
blended family
bond hearing
broke up
burial
carcel
caregiver affidavit
caregiver authorization affidavit
caregivers authorization affidavit
caretaker for
casa advocate
casa volunteer
casa worker
celebration of life
child support
closed adoption
co guardian
convicted
conviction
county jail
court order
court ordered visits
cuidado de crianza
custodia
custodia compartida
custodia completa
custodial parent
custody
custody agreement
custody arrangement
custody battle
custody dispute
custody hearing
custody order
custody papers
dad girlfriend
dad in jail
dad is in jail
dad left
dad moved out
dad relapsed
dads girlfriend
death
deceased
deployed
deployment
died
died by suicide
died of an overdose
died of cancer
divorce
divorce finalized
divorced
divorciada
divorciado
divorciados
divorcing
divorcio
do not release to
doesnt know his father
doing time
drinking problem
ed rights
educational rights holder
educational surrogate
emergency custody
en la carcel
encarcelado
entierro
estranged
estranged father
every other weekend
exchange days
failed adoption
fallecido
fallecio
family conflict
family court
family crisis
family dynamics
family emergency
fatal overdose
federal prison
foster
foster care
foster child
foster dad
foster family
foster home
foster kid
foster mom
foster parent
foster parents
foster placement
fostered
full custody
funeral
funeral service
gained custody
getting clean
getting divorced
going through a divorce
gold star family
got out of jail
grandfamily
guardian ad litem
guardian legal
guardianship
half brother
half siblings
half sister
hermanastro
hogar de crianza
hogar temporal
home life
home situation
homicide
huerfana
huerfano
in hospice
in jail
in prison
in rehab
incarcerated
incarceration
independent living program
international adoption
ivf
jail
jailed
joint custody
killed
killed in a crash
killed in action
kin placement
kinship
kinship care
kinship placement
left behind by
legal custody
legal guardian
legal guardianship
live in boyfriend
lives with aunt
lives with dad
lives with grandma
lives with grandparents
lives with her grandmother
lives with her mom
lives with her uncle
lives with his aunt
lives with his dad
lives with his grandmother
lives with mom
lo abandono
locked up
loss of her father
loss of his mother
lost custody
lost her dad
lost her grandmother
lost her mom
lost her mother
lost his dad
lost his father
lost his grandfather
lost his mom
madrastra
madre soltera
mama soltera
manutencion
may not pick up
media hermana
medio hermano
memorial service
militar desplegado
military connected
military deployment
military family
mom boyfriend
mom in prison
mom is in jail
mom left
mom moved out
mom relapsed
moms boyfriend
muerte
murdered
murio
national guard
never met his dad
new baby
new placement
new sibling
no contact order
no contact with
non custodial
noncustodial
noncustodial parent
nos abandono
nos separamos
not in the picture
on parole
open adoption
orden de alejamiento
orden de restriccion
order of protection
orphan
orphaned
out of prison
out of the picture
overseas deployment
padrastro
padre soltero
padres de crianza
parent addiction
parental rights
parental rights terminated
parentified
parenting plan
parenting time
parents separated
passed away
passing of
paternity
paternity test
pcs move
pcs orders
pelea por la custodia
pension alimenticia
permanent guardianship
pfa
physical custody
placed with
placement change
placement disrupted
power of attorney
presa
preso
primary caregiver
primary custody
prision
prison
problemas familiares
protection order
protective order
raised by an aunt
raised by grandma
raised by grandmother
raised by grandparents
raised by her grandmother
raised by his grandmother
redeployed
registered sex offender
relative caregiver
relative placement
released from prison
remarried
restraining order
reunification
reunification plan
reunified
safety placement
same sex parents
se fue de casa
se murio
se separaron
sentenced
sentencing
separacion
separados
separated
separated from siblings
separation
shared custody
sibling group
sids
single dad
single father
single mom
single mother
single parent
sole custody
sperm donor
split custody
split up
splitting up
state prison
stepbrother
stepdad
stepfather
stepmom
stepmother
stepsiblings
stepsister
stillbirth
stillborn
supervised visitation
supervised visits
surrogate
surrogate parent
takes care of siblings
tdy
teen mother
temporary custody
terminated parental rights
the wake
tpr hearing
tro
tutela
tutor legal
two dads
two households
two moms
unstable home life
velorio
veteran parent
visitation
visitation schedule
viuda
viudo
vive con los abuelos
vive con su abuela
vive con su abuelita
vive con su tia
walked out on
ward of the court
ward of the state
was murdered
watches her siblings
week on week off
weekends with dad
widow
widowed
widower
`,
  'language-status': `
access composite
access for ells
access score
access scores
access test
advanced high
alternate access
aprendices de ingles
aprendiendo ingles
aprendiz de ingles
arabic speaking
at risk ltel
azella
beginner english
beginning level
bilingual
bilingual denial
bilingual education
bilingual program
bilingue
bridging level
broken english
bvat
celdt
clases de ingles
commanding level
composite score
designated eld
developing level
dll
doesnt speak english
dual language learner
eb student
educacion bilingue
el
el level
el status
el student
eld
eld level
ell
ell level
ell status
ell student
ells
elpa
elpa21
elpac
elpac overall
els
emergent bilingual
emergent bilinguals
emerging level
encuesta de idioma
english language learner
english language learners
english learner
english learners
english proficiency
enl
enl services
entering level
esl
esl level
esl pull out
esl pullout
esl pushin
esl services
esl student
esol
esol level
esol services
esol student
estudiante de ingles
ever el
exited el services
exited ell
exited esl
expanding level
fep
first language
former el
former ell
habla espanol
habla poco ingles
heritage language
heritage speaker
hls
home lang
home language
home language survey
idioma del hogar
idioma en casa
idioma materno
ielp
ifep
illiterate in l1
ilp
individual language plan
initial elpac
integrated eld
intermediate level
interprete
interpreter
interpreter needed
interpreter requested
interrupted formal education
interrupted schooling
ipt test
just learning english
kwapt
l1
l1 literacy
l2
language proficiency
language proficiency level
language services
language spoken at home
language support
las espanol
las links
laslinks
lau
lau code
lau plan
learning english
lengua materna
lep
lep status
level 1 newcomer
limited english
limited english at home
limited english proficiency
limited english proficient
limited formal education
literacy composite
little english
long term el
long term english learner
lpac
lpac meeting
ltel
ml student
mll
mlls
monitor status
monitor year
monitored el
monitoring year 1
monolingual
monolingual spanish
mother tongue
multilingual learner
multilingual learners
native language
native speaker
necesita interprete
necesito interprete
needs a translator
needs an interpreter
nep
never el
new to country
new to english
new to the country
newcomer
newcomer program
newcomer student
newcomers
nivel de ingles
no english
no entiende ingles
no habla ingles
no hablamos ingles
no hablo ingles
non english proficient
non english speaking
nyseslat
nysitell
opted out of esl
oral language proficiency
oral translation
overall composite
parent refused services
parent waiver
prelas
primary language
primer idioma
proficiency level
reaching level
reclasificacion
reclasificado
reclassification
reclassified
redesignated
rfep
seal of biliteracy
segundo idioma
sheltered english
sheltered instruction
sife
silent period
simultaneous bilingual
siop
slife
solo habla espanol
solo hablo espanol
spanish dominant
spanish speaker
spanish speaking
speaks at home
speaks no english
spoken at home
summative elpac
telpas
telpas composite
telpas rating
title iii
traductor
traductora
transitional bilingual
transitioning level
translated copy
translated test
translator
trilingual
w apt
waived services
wapt
wida
wida access
wida level
wida model
wida score
wida screener
woodcock munoz
word to word dictionary
`,
  'language-name': `
acholi
afaan oromo
afrikaans
akan
akateko
albanian
american sign language
amharic
apache language
arabe
arabic
armenian
asl
assamese
assyrian
aymara
azerbaijani
azeri
balochi
bambara
bangla
belarusian
bemba
bengali
bisaya
bosnian
brazilian portuguese
bulgarian
burmese
cambodian
cantonese
cape verdean creole
cebuano
chaldean
chamorro
chechen
cherokee language
chin language
chinese
choctaw
chuj
chuukese
croatian
czech
dari
dine bizaad
dinka
dutch
dzongkha
edo
efik
espanol
estonian
ewe
falam
fante
farsi
fijian
filipino
finnish
french
fujianese
fula
fulani
fuzhounese
garifuna
georgian
german
greek
guarani
gujarati
haitian creole
hakha chin
hakka
hausa
hawaiian
hazaragi
hebrew
hiligaynon
hindi
hmong
hmong daw
hokkien
hopi
huichol
hungarian
igbo
ilocano
ilonggo
indonesian
inupiaq
italian
iu mien
ixil
jamaican patois
japanese
jarai
kachin
kanjobal
kannada
kapampangan
kaqchikel
karen
karenni
kayah
kazakh
kekchi
keres
khmer
kiche
kichwa
kikongo
kikuyu
kinyarwanda
kirundi
kiswahili
kizigua
konkani
korean
kosraean
kpelle
kreyol
kreyol ayisyen
krio
kriolu
kru
kurdish
kurmanji
kyrgyz
ladino
lakota
lao
laotian
latvian
lingala
lisu
lithuanian
low german
lsm
luganda
luo
maay maay
macedonian
malagasy
malay
malayalam
mam
mandarin
mandinka
marathi
marshallese
maya
maymay
mende
mien
mixtec
mixteco
mizo
moldovan
mongolian
nahuatl
navajo
neo aramaic
nepali
nigerian pidgin
norwegian
nuer
odia
ojibwe
oromo
otomi
palauan
panjabi
pashto
pashtu
patois
pennsylvania dutch
persian
plautdietsch
pohnpeian
polish
popti
portugues
portuguese
pulaar
punjabi
purepecha
pwo karen
qanjobal
qeqchi
quechua
quiche
rade
rohingya
romanian
russian
samoan
serbian
sgaw karen
shanghainese
shona
shqip
sindhi
sinhala
slovak
somali
soninke
sorani
spanish
sudanese arabic
swahili
swedish
sylheti
syriac
tagalog
taishanese
tajik
tamil
telugu
temne
tewa
thai
tibetan
tigre
tigrinya
toisanese
tongan
triqui
tshiluba
tulu
turkish
twi
tzeltal
tzotzil
ukrainian
urdu
uyghur
uzbek
vietnamese
waray
western armenian
wolof
xhosa
yapese
yiddish
yoruba
yucatec maya
yupik
zapotec
zapoteco
zomi
zulu
zuni
`,
  demographic: `
506 form
aapi
acoma
adventist
afab
afghan
afghani
african american
africanamerican
afro latina
afro latino
afroamericana
afroamericano
afrolatina
agender
agnostic
aian
alaska native
alaskan native
albanian
aleut
algerian
amab
american indian
amish
anishinaabe
apache
apostolic
arab
arab american
arapaho
argentinian
armenian
aromantic
asexual
ash wednesday
asian
asian american
asian female
asian male
assigned female at birth
assigned male at birth
assyrian
athabascan
atheist
bahai
bahamian
bangladeshi
baptist
bar mitzvah
bat mitzvah
bhutanese
bi racial
bia school
bipoc
biracial
bisexual
black boy
black female
black girl
black male
black student
blackfeet
bolivian
boricua
bosnian
brazilian
buddhist
burmese
burundian
cambodian
came out
came out as
cameroonian
cape verdean
catawba
catholic
catolica
catolico
caucasian
chaldean
chamorro
cherokee
chest binder
cheyenne
chicana
chicano
chickasaw
chilean
chinese american
chippewa
choctaw
chosen name
christian
christian scientist
chumash
church
church of christ
chuukese
closeted
colombian
colombiana
colombiano
colville
comanche
coming out
confirmation class
congolese
coptic
costa rican
creek nation
cristiana
cristiano
crow tribe
cuban
cuban american
cubana
cubano
dakota sioux
dead name
deadname
deadnamed
dia de los muertos
dine
diwali
doesnt celebrate birthdays
doesnt celebrate holidays
dominican
dominicana
dominicano
druze
east asian
eastern orthodox
ecuadorian
ecuatoriana
ecuatoriano
egyptian
eid
eid al adha
eid al fitr
enby
enrolled member
episcopalian
eritrean
ethiopian
ethnic background
ethnicity
etnia
evangelica
evangelical
evangelico
fasting for ramadan
fijian
filipina
filipino
first communion
first nations
for religious reasons
friday prayer
ftm
gay
gender expression
gender fluid
gender identity
gender marker
gender nonconforming
gender support plan
genderfluid
genderqueer
ghanaian
greek orthodox
gsa club
guamanian
guatemalan
guatemalteca
guatemalteco
gurdwara
guyanese
haida
haitian
haitiana
haitiano
halal
half asian
half black
half mexican
halloween opt out
hanukkah
has a boyfriend
has a girlfriend
hasidic
he him
headscarf
her faith
hijab
hijabi
hindu
his faith
hispana
hispanic
hispanic latino
hispanic or latino
hispano
hmong
ho chunk
hochunk
holi
homophobic
homosexual
honduran
hondurena
hondureno
hopi
hualapai
hupa
hutterite
iglesia
imam
indian american
indigena
indigenous
indonesian family
intersex
inupiat
iranian
iraqi
irish traveler
islam
islamic
israeli
ivorian
jain
jamaican
japanese american
jehovah witness
jehovah witnesses
jehovahs witness
jehovahs witnesses
jewish
jordanian
judia
judio
jummah
karen family
karuk
keeps kosher
kenyan
kickapoo
kiowa
kippah
kirpan
korean adoptee
korean american
kosher
kosovar
kurdish family
laguna pueblo
lakota
laotian
latina
latine
latino
latinos
latinx
latter day saints
lds
lebanese
lesbian
lesbiana
lgbt
lgbtq
lgbtq student
lgbtqia
liberian
likes boys
likes girls
lumbee
lummi
lunar new year
lutheran
makah
marshallese
masjid
mena
mennonite
menominee
methodist
mexican
mexican american
mexicana
mexicano
micronesian
middle eastern
misgendered
miwok
mixed race
mohawk
mormon
moroccan
mosque
mtf
multi racial
multiracial
muscogee
muslim
musulman
musulmana
native american
native hawaiian
navajo nation
navratri
nepalese
nez perce
nhpi
nicaraguan
nicaraguense
nigerian
niqab
no binario
non binary
non hispanic
nonbinary
nondenominational
northern cheyenne
not out at home
not out to parents
observes lent
oglala
oglala lakota
ojibwe
old order amish
omaha tribe
on the reservation
oneida
onondaga
orientacion sexual
orthodox christian
orthodox easter
orthodox jewish
osage
out to parents
outed
pacific islander
pagan
paiute
pakistani
palestinian
panamanian
pansexual
parish
passamaquoddy
passover
patka
pawnee
penobscot
pentecostal
people of color
persian family
person of color
peruana
peruano
peruvian
pima
pledge opt out
polish family
pomo
ponca
potawatomi
prayer room
preferred name
preferred pronouns
presbyterian
pronombres
pronouns
protestant
pueblo
puerto rican
puertorriquena
puertorriqueno
purim
puyallup
quaker
queer
questioning her sexuality
questioning his sexuality
quinault
quinceanera
race
race ethnicity
racial
ramadan
rastafarian
raza
religion
religious accommodation
religious beliefs
religious exemption
religious holiday
religious observance
reservation
rez
rohingya
roma
roman catholic
romani
romanian
rosh hashanah
russian
rwandan
salish
salvadoran
salvadorean
salvadorena
salvadoreno
samoan
san carlos apache
santeria
saudi
scientologist
seminole
seneca
senegalese
serbian
seventh day adventist
sexual orientation
sexuality
shabbat
she her
shia
shoshone
sierra leonean
sikh
sioux
socially transitioned
somali bantu
somalian
south asian
south sudanese
southeast asian
southern baptist
sri lankan
students of color
sudanese
sukkot
sunni
synagogue
syrian
taiwanese
taoist
temple
testigo de jehova
testigos de jehova
thai family
their faith
they them
they them pronouns
tibetan
title vi indian
tlingit
tohono oodham
tongan
trans
trans boy
trans girl
trans student
transgender
transgenero
transitioning
transphobic
tribal affiliation
tribal enrollment
tribal member
trinidadian
tulalip
turban
tuscarora
two or more races
two spirit
ugandan
ukrainian
unangax
uses they them
ute
uyghur
uzbek family
vaisakhi
venezolana
venezolano
venezuelan
vesak
vietnamese
wampanoag
washoe
white boy
white female
white girl
white male
white mountain apache
white student
wiccan
winnebago
yakama
yaqui
yarmulke
yazidi
yemeni
yeshiva
yom kippur
yupik
yurok
zuni
`,
  'academic-record': `
aasa
ab honor roll
abas
above grade level
absences
absent
academic history
academic probation
academic record
academically ineligible
acadience
accelerated reader
act aspire
act composite
act score
ados
aimsweb
aimsweb plus
all as
all fs
amira
ap exam score
ap score
approaches grade level
approaching
ar level
asvab
asvab score
at benchmark
at risk
at risk of failing
atos
atrasada
atrasado
atrisk
attendance
attendance contract
attendance letter
attendance probation
attendance rate
ausencias
averaging
azmerit
basc
basc3
basic level
beery vmi
beginning of year score
behind on credits
below basic
below benchmark
below grade level
below proficient
benchmark score
benchmark scores
boleta
boleta de calificaciones
bot2
bottom 25
bottom quartile
boy score
brief2
brigance
bubble kid
bubble student
c average
caasp
caaspp
calificaciones
cars2
casl
cast science
celf
certificate of completion
chronic absenteeism
chronically absent
class rank
cogat
conners
credit
credit deficient
credit recovery
creditos
credits
ctopp
cuadro de honor
cum file
cum folder
cumulative file
cumulative folder
cumulative gpa
current grade
cut score
cwpm
d and f list
d average
d in math
days absent
days missed
dean list
deans list
debajo de su nivel
df list
dial4
dibels
did not meet
dlm
does not meet
dotado
double promoted
dra
dra level
dropout
dropout risk
dropped out
drp
dual credit
dual enrollment
early checkouts
early graduation
earned a d
easycbm
eoc
eoc exam
eog
eog score
eoy
escuela de verano
esta reprobando
examen estatal
excused absences
expediente academico
f and p
f average
f in math
f list
failed algebra
failed the class
failed the year
failing
failing ela
failing grade
failing list
failing math
failing three classes
failing two classes
faltas
far below basic
fast pm1
fastbridge
final average
final grade
flunked
flunking
forward exam
fountas and pinnell
fountas pinnell
frustration level
fsa
full scale iq
gars
gate identified
gate program
ged
ged program
georgia milestones
gifted
gifted and talented
gifted identified
goldman fristoe
gort
got an f
gpa
grade acceleration
grade equivalent
grade level equivalent
grade levels below
grade report
gradebook
graduation requirements
graduation status
gt
guided reading level
habitually truant
has a d
has an f
held back
hicap
hiset
honor roll
ilearn
imagine learning score
in danger of failing
inasistencias
incomplete grade
incomplete work
independent level
instructional level
interim assessment
interim report
interventionist
iowa test
iq
iq score
iread3
iready
iready diagnostic
is failing
istation
istep
itbs
kabc
kap test
keystone exam
kindergarten readiness
kra
ktea
late arrivals
late work
leap 2025
letter grade
lexia
lexia level
lexile
lexile level
llegadas tarde
lowest quartile
m step
makeup work
malas calificaciones
malas notas
mandatory summer school
map growth
map math
map reading
map score
map test
masters grade level
math intervention
mca
mcap
mcas
mcas score
mclass
meets grade level
milestones
missed days
missed school
missing assignments
missing work
moy
mstep
mtss
mtss tier
nivel de lectura
njsla
nnat
no credit
no entrega tareas
no pass no play
not on track
not proficient
not promoted
notas
nscas
nwea
nwea map
nwea rit
nwf
nys ela
nysaa
off track
on grade level
on track to graduate
oral reading fluency
orf
parcc
partial credit
partially proficient
pass fail
peabody
percentage grade
percentile
percentile rank
permanent record
phonics screener
pm1
pm2
pm3
ppvt
principal list
principals list
progress monitoring
progress report
promedio
promoted
promotion in doubt
psat
psat score
psf
pssa
puntaje
q1 grade
quarter grade
ranked
raw score
read plan
reading at
reading below
reading intervention
reading level
reads at
regents
regents exam
repeated kindergarten
repeating
repeating ninth grade
repeating the grade
repetir el grado
repitiendo el grado
repitio el grado
report card
report cards
reprobada
reprobado
reprobando
reprobo
retained
retenido
retention
rigby
rit
rit score
rit scores
rti
rti tier
salutatorian
sat score
sat scores
sbac
scale score
scaled score
scored a 1
seat time
seat time waiver
semester grade
short on credits
skipped a grade
smarter balanced
social promotion
sol score
sol test
srs2
sst
staar
staar score
standard score
stanford 10
stanford binet
stanine
star early literacy
star math
star reading
straight as
straight ds
straight fs
student record
student study team
summer school
summer school required
superdotado
tag program
tardanzas
tardies
tardy
tareas faltantes
tcap
ten day drop
terra nova
th percentile
third grade retention
tier 2
tier 3
tier ii
tier iii
times tardy
tnready
towre
transcript
transcripts
transfer grades
two grades behind
unexcused
unexcused absence
unexcused absences
universal screener
unweighted gpa
va a repetir
valedictorian
vineland
w grade
watch list
wcpm
weighted gpa
well below benchmark
wiat
wida alternate
winter benchmark
wisc
wisc v
withdrawal grades
wj iv
woodcock johnson
words correct per minute
words per minute
wppsi
years behind
years below grade level
z score
zeroes
zeros
zpd
`,
  logistics: `
activity bus
advisory room
after care
after school program
aftercare
afterschool program
am route
arrives at
asiento
assigned seat
authorized pickup
autobus
babysitter
back gate
bathroom pass
before care
beforecare
bike rider
bikes home
boys and girls club
bus
bus aide
bus change
bus dismissal
bus driver
bus loop
bus lot
bus monitor
bus number
bus pass
bus rider
bus route
bus seat
bus stop
camina a casa
camina sola
camina solo
camion
camioneta
car line
car rider
car riders
car tag
carline
carpet spot
carpool
carpools with
casillero
checked out by
childcare provider
city bus
class period
classroom number
coat hook
crossing guard
crosswalk
cubby
cubby number
curbside
daycare van
desk number
dismissal
dismissal change
dismissal plan
dismissal time
door to door
drop off
drop off time
dropoff
dropped off at
dropped off by
early dismissal
early out pass
early release
elevator pass
en carro
extended day
front office
gets home at
guarderia
hall pass
home alone after school
homeroom
hook number
hora de salida
kids club
la recoge
latchkey
late bus
leaves at
leaves early
line number
line order
lo recoge
locker
locker bay
locker combo
locker number
lunch period
lunch shift
lunch table
metro card
mini bus
nanny
ninera
numero de autobus
parada
parada del autobus
parent pickup
parking pass
parking spot
parks in
pase de pasillo
pick up
pick up line
picked up by
picks her up
picks him up
pickup
pickup list
pickup number
pickup person
pickup tag
pickup time
pm route
portable number
practice schedule
quien recoge
recoge a
recogerla
recogerlo
rides bus
rides his bike
rides the bus
room number
route
route number
row and seat
ruta
salida
salida temprana
school bus
seat
seat number
seating chart
short bus
shuttle
side door
sign out
signs out
special transportation
stop number
table number
takes the bus
train station
van
van rider
walker
walkers
walking route
walks home
walks home with
walks to daycare
walks to school
who picks up
works after school
ymca
`,
  'school-word': `
acad
academia
academy
alternative school
archbishop
area school district
bishop
blessed
boarding school
boces
boe
career center
catholic school
central
charter
charter school
child development center
christian academy
christian school
cisd
city schools
colegio
college prep
community school
consolidated
consolidated school
continuation high
continuation school
country day
county schools
cyber charter
cyber school
day school
distrito escolar
early childhood center
early college
early college high
early learning center
elem
elementary
elementary school
escuela
escuela charter
escuela preparatoria
escuela primaria
escuela publica
escuela secundaria
friends school
head start
hebrew academy
heights
high school
holy
hs
idea public schools
immaculate
instituto
intermediate school
international school
isd
islamic academy
islamic school
jardin de ninos
jewish day school
jhs
jr high
junior high
k12 academy
k8
kinder
kindergarten center
kipp
lab school
laboratory school
learning center
liceo
lutheran school
magnet
magnet school
martin luther king
memorial
middle
middle school
montessori
ms
notre dame
online academy
our lady of
parish school
parochial school
performing arts
prek center
prep
preparatoria
preparatory
preparatory academy
preschool
primaria
primary
primary school
ps
public charter
public schools
regional
sacred heart
saint
school district
school for the blind
school for the deaf
school of the arts
science academy
secundaria
senior high
shs
st
stem academy
success academy
tech center
technical high
technical school
uncommon schools
unified
unified school district
union school
usd
virtual academy
virtual school
vo tech
vocational school
votech
waldorf school
yes prep
`,
  'record-word': `
1099
aba number
account
account no
account number
acct
acct no
act id
acta de nacimiento
aeries id
alien number
ap id
application id
application number
asset number
asset tag
authorization number
badge
badge number
bank account
barcode
birth certificate
book number
booking number
bus pass number
cafeteria number
campus id
candidate number
card ending
card ending in
card number
case
case id
case no
case number
cash app
cashapp
cause number
cdib number
cedula
ceeb
certificate number
chart number
check number
checking account
chromebook
chromebook number
citation number
claim
claim no
claim number
college board id
combination lock number
common app id
complaint number
confirmation code
confirmation number
credit card
curp
cvv
debit card
device id
device serial
device tag
direct deposit
district id
dl number
docket
docket no
docket number
dod id
dodid
driver license
drivers license
ebt number
ein
employee id
employee number
enrollment id
enrollment number
exam number
expediente
expiration date
fafsa id
family id
file no
file number
fleid
folio
fsa id
group number
guardian id
hotline number
hotspot id
household id
iban
id badge
id no
id number
imei
incident id
incident number
incident report
infinite campus id
inmate id
inmate number
instrument number
insurance
insurance card
insurance id
intake id
intake number
inventory number
inventory tag
invoice
invoice number
ip address
ipad serial
itin number
jersey number
laptop tag
lasid
last four
learner permit
learners permit
lease number
library barcode
library card
library number
licencia
licencia de conducir
license
license no
license number
license plate
local id
lock serial
lot number
lunch id
lunch number
lunch pin
mac address
marss
matricula
meal account
medicaid id
medicaid number
medical record
medical record number
medicare number
member id
member number
meter number
military id
money order
mrn
ncaa id
npi
numero de caso
numero de confirmacion
numero de cuenta
numero de estudiante
numero de expediente
numero de identificacion
numero de pasaporte
numero de placa
numero de poliza
numero de ruta
numero de seguro social
numero de serie
offender id
order number
osis
osis number
pasaporte
pasid
passport number
patient id
patient number
paypal
peims id
perm id
permanent number
permit number
person id
petition number
placa
placas
plate
plate number
po number
police report number
policy
policy no
policy number
poliza
powerschool id
prescription number
prior auth
probation case
purchase order
receipt notice
receipt number
recibo
record id
record locator
record number
ref
ref no
ref number
reference number
referral number
registration number
report number
request number
roll number
routing
routing number
rx number
sasid
savings account
seguro social
serial
serial no
serial number
service tag
sevis id
sevis number
sid
skyward id
snap case number
social security
social security number
ssid
ssn
staff id
state id
state id number
stn
student id
student no
student number
subscriber id
synergy id
tag number
tanf case
tarjeta de credito
tax id
test ticket
testing id
textbook number
ticket
ticket number
tracking number
tribal id
tsds id
uniform number
uscis number
uuid
vehicle id
venmo
vin
visa number
voucher number
w2
w9
warrant number
wic id
work order
zelle
`,
  'secret-word': `
2 fa
2 fa code
access code
access key
access token
activation code
admin password
alarm code
apellido de soltera
api key
api token
apikey
auth token
authenticator
backup code
backup codes
bearer token
chromebook password
class code
clave
clave de acceso
clave del wifi
clave secreta
clever badge
clever password
client secret
code word
codigo
codigo de acceso
codigo de clase
codigo de la puerta
codigo de seguridad
codigo de verificacion
combinacion del casillero
combo
computer password
contrasena
contrasenas
credential
credentials
creds
default password
disarm code
door code
email password
encryption key
entry code
family password
garage code
gate code
google password
host key
invite code
join code
key code
keypad code
license key
lock combination
lock combo
lockbox code
lockdown code
locker combination
login card
login cards
login code
login credentials
maiden name
meeting passcode
meeting password
mfa code
mother maiden name
mothers maiden name
network password
new password
numero secreto
observer code
old password
one time code
otp
padlock code
pairing code
palabra clave
parent access code
parent code
parent portal password
pass code
pass word
passcode
passkey
passphrase
passwd
password
password is
password reset
passwords
pickup code
pickup password
picture password
pin
pin code
pin number
pregunta secreta
private key
proctor code
product key
psw
pswd
pw
pwd
qr badge
recovery code
recovery key
refresh token
registration code
release code
reset password
safe code
safe word
safeword
secret answer
secret key
secret question
security answer
security code
security question
session code
ssh key
sticky note password
temp password
temporary password
test session code
testing password
two factor
verification code
webhook secret
wi fi password
wifi key
wifi password
wpa key
zoom passcode
`,
  'username-word': `
account name
account username
active directory
ad username
alt account
bereal
blooket name
burner account
canvas login
chess com username
classlink
clever login
clever username
code org login
cuenta
cuenta de google
cuenta de instagram
discord
discord server
discord tag
discord username
display name
district account
district login
duolingo username
epic account
epic games
facebook page
facebook profile
fake account
finsta
fortnite name
gamer name
gamer tag
gamertag
github username
gmail account
google account
google login
handle
ig
ig handle
iniciar sesion
inicio de sesion
insta
instagram
iready login
iready username
ixl login
ixl username
kahoot name
khan academy username
kik
lexia login
lexia username
log in
log in as
log on
logged in as
login
login id
login info
login information
login name
loginid
logins
logon
logon id
logs in as
minecraft name
network id
network login
network username
nickname online
nombre de usuario
parent portal login
perfil
portal login
powerschool login
prodigy account
prodigy username
profile name
psn
psn id
quizlet username
raz kids login
replit username
roblox
roblox account
roblox username
samaccountname
school account
schoology login
scratch account
scratch username
screen name
screenname
seesaw
sign in
sign in name
signin
signs in with
single sign on
snap
snap handle
snap story
snap username
snapchat
spam account
sso
sso login
steam id
student account
telegram
tik tok
tiktok
tumblr
twitch
twitter handle
typing club login
uname
upn
user
user id
user name
userid
username
usernames
usr
usuario
usuario es
wattpad
whatsapp
xbox live
youtube channel
zearn login
`,
  'meeting-word': `
504 meeting
504 review
admitted on
adoption day
annual iep
annual review
ard meeting
arraignment
arrival date
arrived in
assessed on
assessment date
attendance hearing
attendance meeting
attendance review board
audiencia
called home
called mom
care team meeting
child study meeting
child study team
cita
cita en la corte
conference
conferencia
conferencia de padres
consent for evaluation
consent signed
contact log
court appearance
court appointment
court date
court hearing
crisis intervention
cse review
cst meeting
custody exchange
date of birth
date of death
date of diagnosis
date of incident
date of referral
debrief
dentist appointment
determined eligible
diagnosed
diagnosed in
diagnosed on
diagnosis date
diagnosticada
diagnosticado
diagnostico
discharge date
discharged
discharged on
disciplinary tribunal
doctor appointment
documented on
dose given
dropped on
due date
due process
due process hearing
dyslexia screening
eligibility determination
eligibility meeting
enrolled
enrolled on
enrollment date
entered care
entry date
eval
evals
evaluacion
evaluada
evaluado
evaluated
evaluation
exit date
exit meeting
exited
expires on
expulsion date
fecha de corte
fecha de ingreso
first day here
gotcha day
graduation date
hearing
hearing date
hearing officer
hearing screening
home visit
hospitalized on
iep amendment
iep date
iep due
iep due date
iep meeting
immunization date
incident
incident date
incident on
incidente
initial evaluation
inscripcion
inscrito
intake
intake date
intake meeting
junta
junta de padres
junta del iep
kindergarten screening
last dose
last physical
last seizure
lead screening
left a voicemail
llego a
manifestation hearing
manifestation meeting
manifestation review
mdr meeting
mediation
met with dad
met with grandma
met with mom
met with parent
moved here
mtss meeting
note dated
observation date
observed on
occurred on
parent conference
parent contact
parent meeting
parent teacher conference
phone call home
phoned parent
physical exam
placed on
problem solving meeting
promotion meeting
re enrolled
re entry meeting
re evaluation
readmit conference
reenrolled
reentry meeting
reevaluation
referral
referred for
referred on
referred to
removed on
report date
restraint on
retention meeting
retest
return date
return from suspension
returns on
reunion
reunion de padres
reunion del iep
rti meeting
safety plan meeting
sarb
sarb hearing
screened
screened on
screening
se cambio de escuela
se dio de baja
se inscribio
seclusion on
seizure on
signed consent
speech screening
spoke to dad
spoke with mom
sst meeting
start date
started on
student led conference
student support team
surgery date
surgery on
suspended from
suspended on
suspended through
suspended until
suspension
team meeting
test date
tested for
tested on
therapy appointment
threat assessment meeting
transferred
transferred from
transferred in
transferred on
transition iep
transition meeting
tribunal
triennial evaluation
truancy hearing
vaccinated on
vision screening
visita al hogar
voicemail
withdrawal
withdrawal date
withdrawn on
withdrew
`,
};
