/** Licences that a package in production may have: none asks the register's operator for anything but to keep the notice. */
export const vettedLicences = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'PostgreSQL',
  'Python-2.0',
  'Zlib',
  'OFL-1.1',
  'MPL-2.0', // files of the package that were changed are published; we change none
]
