import { Text } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import { useStatementTexts } from './texts.ts'

/** The version and its hash, as a seal that can be compared with the public page. */
export function VersionSeal({ version, hash }: { version: number; hash: string }) {
  const said = useStatementTexts()
  return (
    <div className="version-seal">
      <IconFileCertificate size={34} stroke={1.4} aria-hidden />
      <div style={{ minWidth: 0 }}>
        <Text fw={640}>{said.version(version)}</Text>
        <Text size="xs" c="dimmed">
          {said.hash}
        </Text>
        <code>{hash.replace(/^sha256:/, '').replace(/(.{16})/g, '$1 ')}</code>
      </div>
    </div>
  )
}
