import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { EntryTable } from '#app/components/reference/entry-table.tsx'
import { entryPath } from '#app/components/reference/entry-words.ts'
import { askedOf } from '#app/http/lists/list-queries.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { referenceKindOf } from '#app/http/reference-address.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readEntries } from '#app/services/reference/read-entries.server.ts'

export const handle = { title: 'reference.kindTitle' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const kind = referenceKindOf(args.params)
	const after = askedOf(args.request)['after'] ?? null
	return pageOrThrow(await readEntries(shell, actor, kind, after))
}

export default function ReferenceKindRoute() {
	const { t } = useTranslation()
	const { kind, entries, after, nextYear } = useLoaderData<typeof loader>()
	return (
		<>
			<PageHead
				back={{ to: '/admin/reference', label: t('reference.back') }}
				title={t(`reference.kind.${kind}`)}
			>
				<p className="text-table text-ink2">{t(`reference.kindLead.${kind}`)}</p>
			</PageHead>
			<PageBody>
				{nextYear === null ? null : (
					<p className="mb-4">
						<LinkButton to={entryPath(kind, nextYear)} look="filled">
							{t('reference.load', { year: nextYear })}
						</LinkButton>
					</p>
				)}
				<Card padded={false}>
					<EntryTable kind={kind} entries={entries} />
				</Card>
				{after ? (
					<LinkButton to={`/admin/reference/${kind}?${new URLSearchParams({ after }).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}
