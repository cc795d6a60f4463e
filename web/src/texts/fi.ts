import { access } from './fi/access.ts'
import { register } from './fi/register.ts'
import { shell } from './fi/shell.ts'
import { statement } from './fi/statement.ts'
import { ui } from './fi/ui.ts'

export const fi = { shell, ui, register, statement, access }
export type Texts = typeof fi
