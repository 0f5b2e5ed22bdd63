/** The words of the policy builder: its own, and those of each field. English ones of fields are the schema's. */
import type { Policy } from '../lib/policy/policy.ts';
import { type Spoken, translatorOf } from '../lib/words.ts';
import words from '../locales/policy.json';
import schema from '../public/managed-schema.json';

export type PolicyWords = ReturnType<typeof policyWords>;

/** The words of the page. In: a BCP 47 tag. */
export function policyWords(language: string) {
  return translatorOf(words, language);
}

export interface FieldWords {
  title: string;
  description: string;
  /** What to write where something was not understood; English has a hint for each case (lib/policy/check.ts). */
  hint?: string;
}

/** What a field is called, and what it does. */
export function fieldWords(field: keyof Policy, language: Spoken): FieldWords {
  if (language === 'es') return SPANISH[field];
  const { title, description } = schema.properties[field];
  return { title, description: IN_FORM[field] ?? description };
}

/** Where the schema says how a value is written, the form says what it is: here it is chosen. */
const IN_FORM: Partial<Record<keyof Policy, string>> = {
  rules: 'What happens to each kind of detail that is found in a text that is pasted.',
  minScore:
    'How sure a finding must be to stop a paste, from 0 to 1. Less sure ones are listed where the paste stops for something else.',
  aliasStyles:
    'What stands in for a detail that is swapped. An AI may treat an invented name in another way than the real one; general words cannot be turned back.',
  approvedTools:
    'What the district says of AI tools. On a site that is not listed or not reviewed a bar says so; without a list there is no bar.',
  unapprovedAction: 'A bar that can be closed, or a bar that stays and holds pastes.',
  lighterRules:
    'Rules that hold instead on tools with an agreement for student data. Never for student numbers, government numbers, accounts, record numbers, passwords, class lists and safety.',
  topicsOff: 'Topics that tips, notes and prompts leave out.',
  statePack: 'Makes rules stricter as the law of a state asks. Not legal advice.',
  language: 'The language of Chalkline. Not set, it is that of the browser.',
  packs: 'Tips and prompts of the district, each from a pack file.',
  welcome: 'When the welcome comes where the district has installed Chalkline.',
};

const TERMS = 'Escriba en cada línea una palabra o frase de 200 letras como máximo.';
const SITES = 'Escriba IDs de sitios (chatgpt) o hosts (chat.example.org, *.example.org).';
const CONTACT = 'Escriba 300 letras como máximo.';
const RULES = 'Elija qué pasa con cada tipo de detalle de la tabla.';

/** Every field, in Spanish. The same is said in English by the schema that browsers read. */
const SPANISH: Record<keyof Policy, FieldWords> = {
  rules: {
    title: 'Reglas',
    description: 'Qué pasa con cada tipo de detalle que se encuentra en un texto pegado.',
    hint: RULES,
  },
  minScore: {
    title: 'Puntaje mínimo',
    description:
      'Qué tan seguro debe ser un hallazgo para detener lo que se pega, de 0 a 1. Lo menos seguro se menciona cuando el texto se detiene por otra cosa.',
    hint: 'Escriba un número de 0 a 1.',
  },
  aliasStyles: {
    title: 'Qué se pone en su lugar',
    description:
      'Qué se pone en lugar de un detalle que se cambia. Una IA puede tratar un nombre inventado de otro modo que el real; las palabras generales no se pueden volver atrás.',
    hint: 'Elija para cada tipo de detalle de la tabla.',
  },
  allowTerms: {
    title: 'Palabras permitidas',
    description:
      'Palabras que nunca se toman por un detalle de un estudiante, como el nombre de la mascota de la escuela.',
    hint: TERMS,
  },
  customTerms: {
    title: 'Palabras propias',
    description: 'Palabras del distrito que siempre se buscan.',
    hint: TERMS,
  },
  customPatterns: {
    title: 'Patrones propios',
    description:
      'Patrones en la sintaxis RE2 que siempre se buscan, 50 como máximo. Cada uno empieza con una letra, una cifra o una clase como [A-Z] o \\d.',
    hint: 'Escriba 50 patrones como máximo, de 200 letras cada uno como máximo.',
  },
  idFormats: {
    title: 'Formas de los números de estudiante',
    description:
      'Cómo se escriben los números de estudiante del distrito: # es una cifra, lo demás va como está, por ejemplo S-#####. Al menos cuatro cifras.',
    hint: 'Escriba formas como ###### o S-#####: al menos cuatro cifras y 30 signos como máximo.',
  },
  schoolNames: {
    title: 'Escuelas',
    description: 'Nombres de las escuelas del distrito, que se buscan junto a un estudiante.',
    hint: TERMS,
  },
  staffDomains: {
    title: 'Dominios de correo del personal',
    description:
      'Los correos de estos dominios se tratan como del personal. Déjelo vacío si los estudiantes tienen correos del mismo dominio.',
    hint: 'Escriba dominios como staff.example.org.',
  },
  approvedTools: {
    title: 'Herramientas en la lista del distrito',
    description:
      'Qué dice el distrito de las herramientas de IA. En un sitio que no está en la lista o no está revisado, una barra lo dice; sin lista no hay barra.',
    hint: 'Elija un sitio y qué dice de él su lista.',
  },
  useInstead: {
    title: 'Usar en su lugar',
    description: 'Qué usa un maestro en lugar de una herramienta que no está en la lista. Hasta 300 letras.',
    hint: CONTACT,
  },
  useInsteadLink: {
    title: 'Enlace de “usar en su lugar”',
    description: 'Dónde está: una dirección que empieza con https://.',
    hint: 'Escriba una dirección que empiece con https://.',
  },
  unapprovedAction: {
    title: 'En herramientas que no están en la lista',
    description: 'Una barra que se puede cerrar, o una barra que se queda y detiene lo que se pega.',
    hint: 'Elija una de las dos.',
  },
  lighterRules: {
    title: 'Reglas en herramientas con acuerdo',
    description:
      'Reglas que valen en su lugar en herramientas con un acuerdo para datos de estudiantes. Nunca para números de estudiante, números oficiales, cuentas, números de registro, contraseñas, listas de clase ni seguridad.',
    hint: RULES,
  },
  sitesOff: {
    title: 'Sitios donde Chalkline está apagado',
    description: 'Sitios donde Chalkline no hará nada, enseguida. El menú dice que el distrito lo apagó ahí.',
    hint: SITES,
  },
  sitesAdd: {
    title: 'Más sitios',
    description: 'Hosts que también se vigilan. A cada maestro se le pide una vez que deje hacerlo.',
    hint: SITES,
  },
  allowPause: {
    title: 'Permitir pausas',
    description: 'Si un maestro puede pausar Chalkline en una página por 15 minutos.',
    hint: 'Elija sí o no.',
  },
  allowUnchecked: {
    title: 'Permitir pegar sin revisar',
    description: 'Si un maestro puede pegar un texto que no se pudo revisar.',
    hint: 'Elija sí o no.',
  },
  allowCopyNames: {
    title: 'Permitir copiar con nombres',
    description: 'Si un maestro puede copiar una respuesta con los nombres en lugar de las etiquetas.',
    hint: 'Elija sí o no.',
  },
  allowCorrections: {
    title: 'Permitir correcciones para siempre',
    description:
      'Si un maestro puede decir para siempre que una palabra no es un nombre o que alguien se queda en el texto.',
    hint: 'Elija sí o no.',
  },
  topicsOff: {
    title: 'Temas apagados',
    description: 'Temas que no salen en consejos, notas ni mensajes.',
    hint: 'Elija entre los temas de la lista.',
  },
  statePack: {
    title: 'Paquete del estado',
    description: 'Hace las reglas más estrictas, como pide la ley de un estado. No es consejo legal.',
    hint: 'Elija un estado de la lista.',
  },
  retentionDays: {
    title: 'Días que se guardan los conteos',
    description:
      'Por cuántos días se guardan en la computadora los conteos por semana; 0 los guarda hasta que se borran.',
    hint: 'Escriba un número de días, de 0 (para siempre) a 3650.',
  },
  classListDays: {
    title: 'Días que se guardan las listas de clase',
    description:
      'Por cuántos días se guarda, como máximo, una lista de clase que agrega un docente; 0 no pone otro límite que el día que elige el docente.',
    hint: 'Escriba un número de días, de 0 (sin límite) a 3650.',
  },
  vaultIdleHours: {
    title: 'Horas que se conocen las etiquetas sin usarlas',
    description:
      'Después de cuántas horas sin uso Chalkline olvida de quién es cada etiqueta, aunque el navegador siga abierto; 0 no pone límite. Los docentes pueden elegir menos. A quien está en una lista de clase no se le olvida.',
    hint: 'Escriba un número de horas, de 0 (no antes de cerrar el navegador) a 168.',
  },
  privacyContact: {
    title: 'Contacto de privacidad',
    description:
      'A quién avisa un maestro cuando se compartieron datos de estudiantes por error, como un nombre con oficina y teléfono. Hasta 300 letras.',
    hint: CONTACT,
  },
  safetyContact: {
    title: 'Contacto de seguridad',
    description:
      'A quién avisa un maestro cuando un niño puede estar en peligro, como la oficina y el teléfono de sus pasos para reportar. Hasta 300 letras.',
    hint: CONTACT,
  },
  language: {
    title: 'Idioma',
    description: 'El idioma de Chalkline. Sin fijar, es el del navegador.',
    hint: 'Elija un idioma de la lista.',
  },
  packs: {
    title: 'Paquetes de enseñanza',
    description: 'Consejos y mensajes del distrito: cada uno es un archivo de paquete.',
    hint: 'Elija un archivo de paquete.',
  },
  welcome: {
    title: 'Bienvenida',
    description: 'Cuándo sale la bienvenida donde el distrito instaló Chalkline.',
    hint: 'Elija una de las dos.',
  },
  locked: {
    title: 'Fijo',
    description: 'Reglas y campos que un maestro puede hacer más estrictos, pero no menos.',
    hint: 'Quite lo que no se conoce.',
  },
};
