import type { Texts } from './fi.ts'
import { access } from './sv/access.ts'
import { register } from './sv/register.ts'
import { shell } from './sv/shell.ts'
import { statement } from './sv/statement.ts'
import { ui } from './sv/ui.ts'

export const sv: Texts = { shell, ui, register, statement, access }
