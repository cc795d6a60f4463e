import { access } from './en/access.ts'
import { register } from './en/register.ts'
import { shell } from './en/shell.ts'
import { statement } from './en/statement.ts'
import { ui } from './en/ui.ts'
import type { Texts } from './fi.ts'

export const en: Texts = { shell, ui, register, statement, access }
