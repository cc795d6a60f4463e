import type { Texts } from './fi.ts'
import { register } from './sv/register.ts'
import { shell } from './sv/shell.ts'
import { ui } from './sv/ui.ts'

export const sv: Texts = { shell, ui, register }
