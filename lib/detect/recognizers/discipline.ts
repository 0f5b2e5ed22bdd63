import type { Gazetteer } from '../names/gazetteer.ts';
import type { Recognizer } from '../recognizer.ts';
import { statement } from '../statement.ts';

/** Consequences, offences and what an incident report tells. */
const CUES = [
  '(?:pink slip|alternative program|the no-contact agreement|suspended(?: for)?|suspension|expelled|expulsion|detentions?|write(?: |-)?ups?|written up|wrote (?:him|her|them) up|(?:office |discipline |behavior |tardy )?referrals?(?= (?:for|this|since|last|in)|[.,;)]|$)|ISS|OSS)',
  '(?:one|two|three|four|five|ten|\\d{1,2}) days? (?:of )?(?:ISS|OSS|(?:in|out of)(?: |-)school|suspension)',
  '(?:(?:two|three|four|\\d{1,2}) (?:prior |tardy |office )?referrals|(?:\\d(?:st|nd|rd|th)|second|third|first|fourth) (?:offen[sc]e|integrity violation|(?:dress code )?write(?: |-)?up))',
  '(?:manifestation (?:hearing|determination)|expulsion hearing|disciplinary (?:hearing|action)|behaviou?r contract for|on probation|probation officer|no(?: |-)trespass|juvenile (?:detention|hall|court)|alternative placement)',
  '(?:was|got|been|gets) (?:arrested|caught|grounded|kicked out|sent (?:out|home|to the office)|confiscated)',
  '(?:hit|punched|kicked|bit|slapped|shoved|pushed|struck|choked|attacked|assaulted|spat on|spit (?:at|on)|tripped|bullied|threatened|stabbed|headbutted) (?:him|her|me|them|another(?: \\p{L}{3,8})?|a (?:kid|boy|girl|peer|classmate|student|\\p{L}{5,13})|his|the|two|other)',
  '(?:threw|flipped|kicked|smashed|ripped up|broke) (?:a|an|the|his|her|over|another) (?:\\p{L}{3,12} ){0,2}(?:chair|desk|table|book|tray|milk|stick|mulch|pencil|stapler|hole|window|laptop|chromebook|phone|painting|ball|rock|bottle|shoe|glue)',
  '(?:cuss(?:ed|ing|es)|curs(?:ed|ing)|swore|swearing|profanity|the (?:b|n|f) word|a slur|the slur|called (?:him|her|me|them) (?:a|an|the|names|fat|gay)|talks back|talked back|flipped (?:me|him|her) off)',
  '(?:vap(?:ed|es|ing)(?: in)?|vape (?:pen|cartridges?)|had a vape|thc(?: cart)?|weed|marijuana|alcohol|drunk|smoking|cigarettes?|possession of|brought (?:a )?(?:pocket)?knife|stole|stealing|steals|shoplift(?:ed|ing)|theft|cheat(?:ed|ing|s)|plagiari[sz](?:ed|ing|m)|copied off|forged)',
  '(?:skipp(?:ed|ing|s) (?:class|school|\\d(?:st|nd|rd|th)|detention)|cut(?:s|ting)? class|truan(?:t|cy)|eloped? from|elope(?:s|d|ment)|ran out of class|late (?:\\d|three|four)x|cell ?phone x ?\\d|phone out)',
  '(?:sexting|obscene gesture|racial slur|tagging|gambling|gang(?: sign| member|-related)?|loitering|left campus without|weapon search|caught with|found with|was found to have|broke into|hacked|proxy|egged|bomb joke|hazing|dress code|office discipline|in-school suspension|out-of-school|expulsado|castigad[oa]|citatorio|pandilla|drogas|alcohol)',
  '(?:fight(?:ing)? (?:with|w/|in|at)|got in(?:to)? a fight|in a fight|fist ?fight|shoving match|fought|pulled the fire alarm|set off the alarm|fireworks|vandali[sz](?:ed|ing|m)|graffiti|scratched a|drew on the|glued|locker search|water pistol|pair of scissors|livestream(?:ed|ing)|filmed another)',
  '(?:lost (?:recess|privileges)|lunch detention|saturday (?:school|detention)|off the team|removed from|zero tolerance for him|restorative (?:circle|conference)|mediation scheduled|lunch with the dean|refus(?:ed|al|es) to|defian(?:t|ce)|insubordinat(?:e|ion)|disrespectful|disruptive|misconduct)',
  '(?:suspendid[oa]s?|suspensión|expulsad[oa]|expulsión|detención|reporte de conducta|(?:dos|tres|cuatro|\\d) (?:reportes|faltas)|falta grave|condicionamiento|sin recreo|antidoping|orientador por)',
  '(?:(?:le )?(?:pegó|pega|empujó|golpeó|mordió|muerde|pateó|insultó|amenazó|escupió|aventó|robó|ratero)(?: (?:a|una|un|el|la|al))?|se agredieron|se pele(?:ó|aron)|llegó oliendo|fumando|vapeador|mariguana|marihuana|groserías|copiando|sorprendid[oa]|se brincó|rompió el vidrio|entra tarde|falta que ya se sancionó)',
  '(?:offense|infraction|violation|consequence|incident type|conducta|sanción)[ \\t]{0,3}:[ \\t]{0,3}[^\\r\\n,;|]{2,30}',
];
const HERE = [
  '(?:bit|hit|hits|punched|kicked|shoved|slapped|spit|fight|fights|confiscated|in trouble|behavior issues?|acting out|kissing|bullying|tardies|late again|throwing food|no show)',
];

/** Offences and consequences, said of one person in the draft. */
export function discipline(gazetteer: Gazetteer): Recognizer {
  return statement(
    {
      category: 'discipline',
      description: 'An offence of one person or what followed from it.',
      cues: CUES,
      here: HERE,
      unless:
        /\b(?:suspended (?:in|from) (?:solution|the ceiling|air)|suspension bridge|suspension of disbelief|hit (?:song|the books|the road)|fought (?:in|for|against) the|civil rights|nullification)\b/iu,
    },
    gazetteer,
  );
}
