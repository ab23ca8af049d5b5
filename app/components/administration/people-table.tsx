import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { PEOPLE_COLUMNS } from '#app/components/lists/people-columns.ts'
import type { AccountState, PersonLine, PostLine } from '#app/services/organisation/read-people.server.ts'
import { type Tone, Chip } from '#app/components/frame/chips.tsx'
import type { IconName } from '#app/components/frame/icon.tsx'

/** The people of the house, each with a link to their page. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
	return (
		<ListTable
			columns={PEOPLE_COLUMNS}
			rows={people}
			keyOf={({ personId }) => personId}
			looks={{
				name: ({ personId, name }) => (
					<Link to={`/admin/people/${personId}`} className="font-semibold">
						{name}
					</Link>
				),
				loginName: ({ loginName }) => <span className="break-all">{loginName}</span>,
				posts: ({ posts }) => <PostLines posts={posts} />,
				state: ({ state }) => <AccountChip state={state} />,
			}}
		/>
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
