import { Group, Text } from '@mantine/core'
import { IconFileCertificate, IconFileOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Me } from '../access/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'

/** Under which statement everything on this screen happens. */
export function Seal({ me: { statement } }: { me: Me }) {
  const { shell } = useTexts()
  return (
    <Link className="seal" to={to.statement()}>
      <Group gap={10} wrap="nowrap">
        {statement ? (
          <IconFileCertificate size={22} stroke={1.6} color="var(--desk-clause-ink)" aria-hidden />
        ) : (
          <IconFileOff size={22} aria-hidden />
        )}
        <div>
          <Text size="sm" fw={620}>
            {statement ? shell.statementBadge(statement.version) : shell.noStatement}
          </Text>
          <Text size="xs" c="dimmed" ff={statement ? 'monospace' : undefined} title={statement?.hash}>
            {statement ? shortHash(statement.hash) : shell.startWizard}
          </Text>
        </div>
      </Group>
    </Link>
  )
}

function shortHash(hash: string) {
  return hash.replace(/^sha256:/, '').slice(0, 12)
}
