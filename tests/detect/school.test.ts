import { table } from './table.ts';

table('school', [
  ['She goes to Lincoln Middle School.', 'Lincoln Middle School'],
  ['He came from Marigold Heights Middle in May.', 'Marigold Heights Middle'],
  ['PS 118 called.', 'PS 118'],
  ['I met Elena. Lincoln Elementary called.', 'Lincoln Elementary'],
  ['State ID BN4418821. Mount Logan Middle', 'Mount Logan Middle'],
  ['St. Mary Elementary', 'St. Mary Elementary'],
  ['at Whitetail Elementary, van 6', 'Whitetail Elementary'],
  ['Our Lady of the Plains Catholic School', 'Our Lady of the Plains Catholic School'],
  ['la Escuela Primaria Benito Juárez llamó', 'Escuela Primaria Benito Juárez'],
  ['Viene del Colegio San Ignacio de Loyola', 'Colegio San Ignacio de Loyola'],
  ['School of origin: Ponderosa Flats', 'Ponderosa Flats'],
  ['Organ Mesa K-8', 'Organ Mesa K-8'],
  ['Middle school is hard.'],
  ['Our Middle School has a garden.'],
  ['High School Musical'],
  ['The American Academy of Pediatrics'],
  ['Hogwarts Academy'],
  ['The High Middle Ages'],
  ['Elementary math, K-8'],
  ['la escuela primaria'],
]);
