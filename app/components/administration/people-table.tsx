import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { AccountState, PersonLine, PostLine } from '#app/services/organisation/read-people.server.ts'
import { type Tone, Chip } from '#app/components/frame/chips.tsx'
import type { IconName } from '#app/components/frame/icon.tsx'

/** The people of the house, each with a link to their page. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const column = (key: 'staffCode' | 'loginName' | 'posts' | 'state' | 'seen') =>
		t(`administration.people.column.${key}`)
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('administration.people.column.name')}</th>
					<th scope="col">{column('staffCode')}</th>
					<th scope="col">{column('loginName')}</th>
					<th scope="col">{column('posts')}</th>
					<th scope="col">{column('state')}</th>
					<th scope="col">{column('seen')}</th>
				</tr>
			</thead>
			<tbody>
				{people.map((person) => (
					<tr key={person.personId}>
						<td>
							<Link to={`/admin/people/${person.personId}`} className="font-semibold">
								{person.name}
							</Link>
						</td>
						<td data-label={column('staffCode')}>{person.staffCode}</td>
						<td data-label={column('loginName')} className="break-all">
							{person.loginName}
						</td>
						<td data-label={column('posts')}>
							<PostLines posts={person.posts} />
						</td>
						<td data-label={column('state')}>
							<AccountChip state={person.state} />
						</td>
						<td data-label={column('seen')}>
							{person.lastSeenAt
								? formatInstant(person.lastSeenAt, language)
								: t('administration.people.never')}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

/** Each post of a person: the role, and where. */
export function PostLines({ posts }: { posts: readonly PostLine[] }) {
	const { t } = useTranslation()
	if (posts.length === 0) return <span className="text-ink3">{t('administration.people.noPosts')}</span>
	return (
		<ul className="inline-block align-top">
			{posts.map((post) => (
				<li key={post.id}>
					{t(`words.role.${post.role}`)} <span className="text-quiet text-ink3">{post.place}</span>
				</li>
			))}
		</ul>
	)
}

const LOOKS: Record<AccountState, [Tone, IconName]> = {
	active: ['green', 'check'],
	'no-password': ['amber', 'clock'],
	disabled: ['grey', 'minus'],
}

/** How an account stands. */
export function AccountChip({ state }: { state: AccountState }) {
	const { t } = useTranslation()
	const [tone, icon] = LOOKS[state]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`administration.people.state.${state}`)}
		</Chip>
	)
}
