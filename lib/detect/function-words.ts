/** Words of English and Spanish that say nothing by themselves, as keys: no name in lower case, no statement alone. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be because been but by can could did do does for from get got had has have he her hers him his how i
  if in into is it its just me my no nor not of off on or our out over she should so some than that the their them then
  there these they this those to too under up us was we were what when where which while who whom whose why with would yes
  you your al como con cuando de del donde el ella en es eso esta este fue la las lo los me mi no o para pero por porque
  que se si su sus te tu un una y yo`.split(/\s+/),
);
