import { register } from './en/register.ts'
import { shell } from './en/shell.ts'
import { ui } from './en/ui.ts'
import type { Texts } from './fi.ts'

export const en: Texts = { shell, ui, register }
