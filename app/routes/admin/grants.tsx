import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { LinkButton } from '#app/components/form/button.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { Card } from '#app/components/frame/card.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { TextField } from '#app/components/form/fields.tsx'
import {
	ConfirmAll,
	HeldGrant,
	RequestGrant,
	WaitingGrant,
} from '#app/components/administration/grant-forms.tsx'
import { GrantTable } from '#app/components/administration/grant-table.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SearchForm } from '#app/components/form/search-form.tsx'
import type { Given } from '#app/forms/form.ts'
import { GRANT } from '#app/forms/organisation-forms.ts'
import { askedOf, readGrantFilter } from '#app/http/lists/list-queries.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenForm, takeForm } from '#app/http/take-form.server.ts'
import { confirmGrants } from '#app/services/organisation/confirm-grants.server.ts'
import { decideGrant, endGrant, requestGrant } from '#app/services/organisation/grant-post.server.ts'
import { readGrants } from '#app/services/organisation/read-grants.server.ts'

export const handle = { title: 'administration.grants.title' } satisfies PageHandle

const Query = z.object({
	person: z.uuid().nullish().catch(null),
	after: z.uuid().nullish().catch(null),
	waiting: z.uuid().nullish().catch(null),
})

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const fields = askedOf(args.request)
	const query = Query.parse(fields)
	const asked = {
		...readGrantFilter(fields),
		personId: query.person ?? null,
		after: query.after ?? null,
		waitingAfter: query.waiting ?? null,
	}
	return { key: shell.newId(), search: asked.search, ...pageOrThrow(await readGrants(shell, actor, asked)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm<typeof GRANT, unknown>(args, {
		shape: GRANT,
		run,
		// What was confirmed together is a new house, or many new people: next they need their first links.
		goTo: ({ form }) => (form.intent === 'confirm-all' ? '/admin/first-links' : '/admin/grants'),
		fieldOf: (_given, field) => (field === 'organId' || field === 'unitId' ? 'place' : field),
	})
}

function run({ shell, actor, key, form }: GivenForm<Given<typeof GRANT>>) {
	switch (form.intent) {
		case 'confirm':
			return decideGrant(shell, actor, key, form.postId, 'confirmed')
		case 'confirm-all':
			return confirmGrants(shell, actor, key, form.posts)
		case 'decline':
			return decideGrant(shell, actor, key, form.postId, 'declined')
		case 'decline-one':
			return decideGrant(shell, actor, key, form.postId, 'declined-of-table')
		case 'end':
			return endGrant(shell, actor, key, form.postId)
		case 'request': {
			const { personId, place, role } = form
			const [organId = '', unitId = ''] = place.split(':')
			return requestGrant(shell, actor, key, { personId, organId, unitId: unitId || null, role })
		}
	}
}

export default function GrantsRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const { key, search, next, mayRequest, ...form } = page
	const answer = useActionData<typeof action>()
	const onward = new URLSearchParams({ q: search, after: next ?? '' })
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('administration.grants.lead')}</p>
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} signs />
				<Waiting page={page} answer={answer} />
				<SearchForm>
					<TextField
						name="q"
						label={t('administration.people.find')}
						defaultValue={search}
						required={false}
					/>
				</SearchForm>
				<ExportLinks list="grants" search={{ q: search }} />
				{mayRequest ? <RequestGrant {...form} commandKey={key} answer={answer} /> : null}
				<Held page={page} answer={answer} />
				{next ? (
					<LinkButton to={`/admin/grants?${onward.toString()}`}>{t('shell.action.next')}</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type Shown = { readonly page: Loaded; readonly answer: FormAnswer | undefined }

/** The grants that wait for the second administrator. */
function Waiting({ page, answer }: Shown) {
	const { t } = useTranslation()
	const { key, waiting, nextWaiting, mayConfirmOne, mayConfirmAll } = page
	return (
		<>
			<Card
				title={t('administration.grants.waiting')}
				note={nextWaiting ? undefined : waiting.length || undefined}
				padded={false}
			>
				{waiting.length === 0 ? (
					<EmptyState>{t('administration.grants.waitingNone')}</EmptyState>
				) : (
					<>
						{mayConfirmAll ? <ConfirmAll grants={waiting} commandKey={key} answer={answer} /> : null}
						<GrantTable
							grants={waiting}
							state={(grant) => (
								<WaitingGrant grant={grant} commandKey={key} {...{ mayConfirmOne, mayConfirmAll }} />
							)}
						/>
					</>
				)}
			</Card>
			{nextWaiting ? (
				<p className="mb-4">
					<LinkButton to={`/admin/grants?${new URLSearchParams({ waiting: nextWaiting }).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				</p>
			) : null}
		</>
	)
}

/** The grants that count. */
function Held({ page, answer }: Shown) {
	const { t } = useTranslation()
	const { key, held, mayRequest } = page
	return (
		<Card
			title={t('administration.grants.held')}
			aside={<Link to="/permissions">{t('administration.grants.table')}</Link>}
			padded={false}
		>
			{held.length === 0 ? (
				<EmptyState>{t('administration.grants.heldNone')}</EmptyState>
			) : (
				<GrantTable
					grants={held}
					state={(grant) => <HeldGrant grant={grant} commandKey={key} mayEnd={mayRequest} answer={answer} />}
				/>
			)}
		</Card>
	)
}
