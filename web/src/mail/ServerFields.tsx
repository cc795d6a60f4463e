import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import type { MailServer, Tls } from './contract.ts'
import { useMailTexts } from './texts.ts'

const usual: Record<'imap' | 'smtp', Record<Tls, number>> = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
}

/** Where a mail server is; the usual port follows the kind of encryption. */
export function ServerFields({
  name,
  server,
  errorAt,
  onChange,
}: {
  name: 'imap' | 'smtp'
  server: MailServer
  errorAt: (field: string) => string | undefined
  onChange: (server: MailServer) => void
}) {
  const said = useMailTexts()
  const encrypt = (tls: Tls) => {
    const isUsual = Object.values(usual[name]).includes(server.port)
    onChange({ ...server, tls, port: isUsual ? usual[name][tls] : server.port })
  }
  return (
    <Group align="flex-start" gap="sm">
      <TextInput
        label={said.host}
        required
        flex="1 1 200px"
        autoComplete="off"
        value={server.host}
        error={errorAt(`${name}.host`) ?? (name === 'imap' ? errorAt('host') : undefined)}
        onChange={(event) => onChange({ ...server, host: event.currentTarget.value })}
      />
      <Select
        label={said.tls}
        w={130}
        data={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: said.tlsKinds[value] ?? value }))}
        allowDeselect={false}
        value={server.tls}
        error={errorAt(`${name}.tls`)}
        onChange={(next) => encrypt((next ?? server.tls) as Tls)}
      />
      <NumberInput
        label={said.port}
        w={90}
        min={1}
        max={65_535}
        hideControls
        allowDecimal={false}
        value={server.port}
        error={errorAt(`${name}.port`)}
        onChange={(next) => onChange({ ...server, port: Number(next) || 0 })}
      />
    </Group>
  )
}
