import { Button, Stack } from '@mantine/core'
import { IconCookie, IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSpeech } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { CataloguePart } from './CataloguePart.tsx'
import { ChangesPart } from './ChangesPart.tsx'
import { CountsPart } from './CountsPart.tsx'
import { cookiesQuery } from './queries.ts'
import { SnippetPart } from './SnippetPart.tsx'
import { useWebsiteTexts } from './texts.ts'

/** Section 7 at the desk: the catalogue in force, the counted choices, the code for the site, and what each version changed. */
export function CookiesScreen() {
  const { language, texts } = useSpeech()
  const said = useWebsiteTexts()
  const cookies = useQuery(cookiesQuery)
  return (
    <>
      <PageHead
        title={texts.shell.places.cookies}
        under={said.under}
        actions={
          <Button
            component="a"
            href={to.publicCookies(language)}
            target="_blank"
            rel="noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={15} aria-hidden />}
          >
            {said.openPage}
          </Button>
        }
      />
      <Asked query={cookies}>
        {(all) =>
          all.catalogue.groups.length === 0 && all.catalogue.embeds.length === 0 ? (
            <div className="sheet">
              <Empty
                icon={<IconCookie size={26} />}
                title={said.noneTitle}
                action={
                  <Button component={Link} to={to.statement()} mt="sm">
                    {said.draft}
                  </Button>
                }
              >
                {said.noneText}
              </Empty>
            </div>
          ) : (
            <Stack gap="lg">
              <CountsPart cookies={all} />
              <CataloguePart cookies={all} />
              <SnippetPart cookies={all} />
              <ChangesPart cookies={all} />
            </Stack>
          )
        }
      </Asked>
    </>
  )
}
