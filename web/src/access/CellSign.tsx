import { IconEye, IconMinus, IconPencil } from '@tabler/icons-react'
import { useAccessTexts } from './texts.ts'

export const rights = ['writes', 'reads', 'neither'] as const
export type Right = (typeof rights)[number] | 'writesOnly'

export function rightOf(cell: { read: boolean; write: boolean } | undefined): Right {
  if (!cell) return 'neither'
  if (cell.write) return cell.read ? 'writes' : 'writesOnly'
  return cell.read ? 'reads' : 'neither'
}

/** A sign and its word: the shape differs, not only the colour. */
export function CellSign({ right, silent = false }: { right: Right; silent?: boolean }) {
  const access = useAccessTexts()
  const Icon = right === 'neither' ? IconMinus : right === 'reads' ? IconEye : IconPencil
  return (
    <span className={`cell ${right === 'writesOnly' ? 'writes' : right}`} title={silent ? undefined : access[right]}>
      <Icon size={16} stroke={2} aria-hidden />
      {!silent && <span className="unseen">{access[right]}</span>}
    </span>
  )
}
