import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { entryName, entryPath } from '#app/components/reference/entry-words.ts'
import { MarkChip } from '#app/components/reference/mark-chip.tsx'
import { ProposalFacts } from '#app/components/reference/proposal-facts.tsx'
import { ProposeForms } from '#app/components/reference/propose-forms.tsx'
import { VersionCards } from '#app/components/reference/version-card.tsx'
import { PROPOSAL } from '#app/forms/reference-forms.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { referenceEntryOf } from '#app/http/reference-address.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { proposeReference } from '#app/services/reference/propose-reference.server.ts'
import { readEntry } from '#app/services/reference/read-entries.server.ts'

export const handle = { title: 'reference.entryTitle' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { kind, code } = referenceEntryOf(args.params)
	return { key: shell.newId(), entry: pageOrThrow(await readEntry(shell, actor, kind, code)) }
}

export async function action(args: ActionFunctionArgs) {
	const { kind, code } = referenceEntryOf(args.params)
	return takeForm<typeof PROPOSAL, unknown>(args, {
		shape: PROPOSAL,
		run: ({ shell, actor, key, form }) => proposeReference(shell, actor, key, { ...form, kind, code }),
		goTo: () => entryPath(kind, code),
	})
}

export default function ReferenceEntryRoute() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { key, entry } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { kind, code, shown, proposals, mayPropose } = entry
	const waiting = proposals.filter(({ declined }) => declined === null)
	return (
		<>
			<PageHead
				back={{ to: `/admin/reference/${kind}`, label: t(`reference.kind.${kind}`) }}
				title={shown ? entryName(shown, t, language) : t('reference.newYear', { year: code })}
				chip={shown ? <MarkChip mark={shown.mark} /> : null}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				{waiting.map((line) => (
					<Card
						key={line.id}
						title={t('reference.proposal.waiting', { entry: entryName(line, t, language) })}
					>
						<ProposalFacts line={line} />
						<p className="mt-2 text-table text-ink2">{t('reference.proposal.waits')}</p>
					</Card>
				))}
				<VersionCards page={entry} />
				{mayPropose && waiting.length === 0 ? (
					<ProposeForms page={entry} commandKey={key} answer={answer} />
				) : null}
				{proposals
					.filter(({ declined }) => declined !== null)
					.map((line) => (
						<Card key={line.id} title={t('reference.proposal.declinedTitle')}>
							<ProposalFacts line={line} />
						</Card>
					))}
			</PageBody>
		</>
	)
}
