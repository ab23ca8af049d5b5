import {
	type CompiledQuery,
	DummyDriver,
	type ExpressionBuilder,
	Kysely,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/sqlite'

/** Tables as the trial needs them; the types that a generator would make of the models cost nothing at run time. */
type Tables = Record<string, Record<string, unknown>>

/** Kysely as a writer of SQL alone; the statements go to the same connection as all others. */
export const kysely = new Kysely<Tables>({
	dialect: {
		createAdapter: () => new SqliteAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	},
})

type Parent = ExpressionBuilder<Tables, string>

/** A session with its account, person and posts: what `loadSession` reads. */
export function sessionQuery(id: string): CompiledQuery {
	return kysely
		.selectFrom('session')
		.selectAll('session')
		.select((session) =>
			jsonObjectFrom(
				session
					.selectFrom('account')
					.whereRef('account.jurisdiction_id', '=', 'session.jurisdiction_id')
					.whereRef('account.id', '=', 'session.account_id')
					.select([
						'account.jurisdiction_id',
						'account.id',
						'account.person_id',
						'account.login_name',
						'account.disabled_at',
					])
					.select((account) => [
						jsonObjectFrom(
							account
								.selectFrom('jurisdiction')
								.whereRef('jurisdiction.id', '=', 'account.jurisdiction_id')
								.select('jurisdiction.name'),
						).as('jurisdiction'),
						personOf(account as unknown as Parent),
					]),
			).as('account'),
		)
		.where('session.id', '=', id)
		.compile()
}

function personOf(account: Parent) {
	return jsonObjectFrom(
		account
			.selectFrom('person')
			.whereRef('person.jurisdiction_id', '=', 'account.jurisdiction_id')
			.whereRef('person.id', '=', 'account.person_id')
			.select(['person.id', 'person.name', 'person.disabled_at'])
			.select((person) =>
				jsonArrayFrom(
					person
						.selectFrom('post')
						.whereRef('post.jurisdiction_id', '=', 'person.jurisdiction_id')
						.whereRef('post.person_id', '=', 'person.id')
						.where('post.state', '=', 'active')
						.orderBy('post.id')
						.select(['post.id', 'post.role', 'post.organ_id', 'post.unit_id'])
						.select((post) =>
							jsonObjectFrom(
								post
									.selectFrom('organ')
									.whereRef('organ.jurisdiction_id', '=', 'post.jurisdiction_id')
									.whereRef('organ.id', '=', 'post.organ_id')
									.select('organ.name'),
							).as('organ'),
						),
				).as('posts'),
			),
	).as('person')
}

/** What hangs on a line of the work list, table by table: what `TURN_PARTS` names. */
const LISTS = [
	['matter_track', ['track'], null],
	['assignment', ['role', 'person_id'], 'ended_at'],
	['opinion', ['id'], null],
	['counsel_opinion', ['round', 'person_id', 'conclusion'], null],
	['opinion_draft', ['round', 'checked_at'], null],
	['waiver_request', ['version_id'], null],
	['clearance', ['content_sha256'], null],
	['agenda_item', ['state', 'organ_id', 'meeting_id'], null],
	['deadline', ['kind', 'starts_on', 'period_days', 'due_on', 'ended_at'], 'ended_at'],
] as const

/** Lines of the work list. */
export function linesQuery(jurisdictionId: string, take: number): CompiledQuery {
	return kysely
		.selectFrom('matter')
		.selectAll('matter')
		.select((matter) => [
			...LISTS.map(([table, columns, open]) => {
				const rows = matter
					.selectFrom(table)
					.whereRef(`${table}.jurisdiction_id`, '=', 'matter.jurisdiction_id')
					.whereRef(`${table}.matter_id`, '=', 'matter.id')
					.select(columns.map((column) => `${table}.${column}`))
				return jsonArrayFrom(open === null ? rows : rows.where(`${table}.${open}`, 'is', null)).as(
					`its_${table}`,
				)
			}),
			jsonObjectFrom(
				matter
					.selectFrom('organ')
					.whereRef('organ.jurisdiction_id', '=', 'matter.jurisdiction_id')
					.whereRef('organ.id', '=', 'matter.organ_id')
					.select(['organ.name', 'organ.short_name']),
			).as('organ'),
		])
		.where('matter.jurisdiction_id', '=', jurisdictionId)
		.orderBy('matter.id')
		.limit(take)
		.compile()
}

/** One row of a table. */
export function insertQuery(table: string, row: Record<string, unknown>): CompiledQuery {
	return kysely.insertInto(table).values(row).compile()
}
