import { register } from './fi/register.ts'
import { shell } from './fi/shell.ts'
import { ui } from './fi/ui.ts'

export const fi = { shell, ui, register }
export type Texts = typeof fi
