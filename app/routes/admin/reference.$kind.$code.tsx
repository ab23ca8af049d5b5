import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { entryName } from '#app/components/reference/entry-words.ts'
import { MarkChip } from '#app/components/reference/mark-chip.tsx'
import { VersionCards } from '#app/components/reference/version-card.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { referenceEntryOf } from '#app/http/reference-address.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { readEntry } from '#app/services/reference/read-entries.server.ts'

export const handle = { title: 'reference.entryTitle' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { kind, code } = referenceEntryOf(args.params)
	return { entry: pageOrThrow(await readEntry(shell, actor, kind, code)) }
}

export default function ReferenceEntryRoute() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { entry } = useLoaderData<typeof loader>()
	const { kind, shown } = entry
	return (
		<>
			<PageHead
				back={{ to: `/admin/reference/${kind}`, label: t(`reference.kind.${kind}`) }}
				title={entryName(shown, t, language)}
				chip={<MarkChip mark={shown.mark} />}
			/>
			<PageBody isNarrow>
				<VersionCards page={entry} />
			</PageBody>
		</>
	)
}
