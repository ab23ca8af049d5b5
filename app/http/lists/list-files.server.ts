import type { TFunction } from 'i18next'
import type { ListColumn } from '#app/components/lists/list-column.ts'
import type { ListName } from '#app/components/lists/list-names.ts'
import { MATTER_COLUMNS } from '#app/components/lists/matter-columns.ts'
import { MEETING_COLUMNS } from '#app/components/lists/meeting-columns.ts'
import { GRANT_COLUMNS, PEOPLE_COLUMNS } from '#app/components/lists/people-columns.ts'
import { IMPORT_COLUMNS, REGISTER_COLUMNS } from '#app/components/lists/register-columns.ts'
import { DONE_COLUMNS, TRAIL_COLUMNS } from '#app/components/lists/trail-columns.ts'
import type { CellRow } from '#app/documents/list-file/cell.ts'
import { type MatterPoint, orderOfWord } from '#app/domain/matter/matter-order.ts'
import type { ReadingAct } from '#app/domain/act/act.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import { type MeetingsPage, readMeetings } from '#app/services/meeting/read-meetings.server.ts'
import { readGrantPage } from '#app/services/organisation/read-grants.server.ts'
import { readPeople } from '#app/services/organisation/read-people.server.ts'
import { readImports } from '#app/services/register/read-imports.server.ts'
import { type RegisterCursor, readRegister } from '#app/services/register/read-register.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { exportTrail } from '#app/services/trail/search-trail.server.ts'
import { type DoneCursor, readDoneList } from '#app/services/worklist/read-own-record.server.ts'
import { trailQueryOf } from '../trail-query.server.ts'
import { type PageOf, allPages } from './all-pages.server.ts'
import {
	readGrantFilter,
	readMatterFilter,
	readPeopleFilter,
	readRegisterFilter,
} from './list-queries.server.ts'

type Asked = Readonly<Record<string, string>>
type Pieces<Row> = Result<AsyncIterable<readonly Row[]>, Refusal>

/** A list as a file: its heading, and its rows as they are read. */
export type OpenedList = {
	readonly heading: readonly string[]
	readonly pieces: AsyncIterable<readonly CellRow[]>
}

/** How a list becomes a file. */
type ListFile = {
	readonly title: (t: TFunction) => string
	/** It holds other people's names, or the trail: the trail then says who took it away, under this act. */
	readonly noted: ReadingAct | 'document.import-confirmed' | null
	readonly open: (
		shell: Shell,
		actor: Actor,
		asked: Asked,
		t: TFunction,
	) => Promise<Result<OpenedList, Refusal>>
}

/** So many rows are read and written at once. */
const AT_ONCE = 500

function listFile<Row>(
	of: Pick<ListFile, 'title' | 'noted'> & {
		readonly columns: readonly ListColumn<Row>[]
		readonly read: (shell: Shell, actor: Actor, asked: Asked) => Promise<Pieces<Row>>
	},
): ListFile {
	return {
		title: of.title,
		noted: of.noted,
		open: async (shell, actor, asked, t) => {
			const pieces = await of.read(shell, actor, asked)
			if (!pieces.ok) return pieces
			const heading = of.columns.map((column) => column.label(t))
			return accept({ heading, pieces: cells(of.columns, pieces.value, t) })
		},
	}
}

async function* cells<Row>(
	columns: readonly ListColumn<Row>[],
	pieces: AsyncIterable<readonly Row[]>,
	t: TFunction,
): AsyncGenerator<readonly CellRow[]> {
	for await (const rows of pieces) yield rows.map((row) => columns.map((column) => column.cell(row, t)))
}

/** Every list that can be taken away. The rows are those that its page shows, read by the same reader. */
export const LIST_FILES: Readonly<Record<ListName, ListFile>> = {
	matters: listFile({
		title: (t) => t('matter.list.title'),
		noted: null,
		columns: MATTER_COLUMNS,
		read: (shell, actor, asked) =>
			allPages(async (after: MatterPoint | null) => {
				const as = { order: orderOfWord(asked['sort']), size: AT_ONCE }
				const page = await readMatters(shell, actor, readMatterFilter(asked), after, as)
				return accept({ rows: page.matters, next: page.next })
			}),
	}),
	done: listFile({
		title: (t) => t('worklist.tab.done'),
		noted: null,
		columns: DONE_COLUMNS,
		read: (shell, actor) =>
			allPages(async (after: DoneCursor | null) => {
				const { entries, next } = await readDoneList(shell, actor, after, AT_ONCE)
				return accept({ rows: entries, next })
			}),
	}),
	meetings: listFile({
		title: (t) => t('meeting.title'),
		noted: null,
		columns: MEETING_COLUMNS,
		read: (shell, actor) =>
			allPages(async (after: MeetingsPage['next']) =>
				paged(await readMeetings(shell, actor, after, AT_ONCE), ({ meetings, next }) => [meetings, next]),
			),
	}),
	register: listFile({
		title: (t) => t('register.title'),
		noted: null,
		columns: REGISTER_COLUMNS,
		read: (shell, actor, asked) =>
			allPages(async (after: RegisterCursor | null) =>
				paged(
					await readRegister(shell, actor, readRegisterFilter(asked), after, AT_ONCE),
					({ documents, next }) => [documents, next],
				),
			),
	}),
	imports: listFile({
		title: (t) => t('register.imports.title'),
		noted: 'document.import-confirmed',
		columns: IMPORT_COLUMNS,
		read: (shell, actor) =>
			allPages(async (after: string | null) =>
				paged(await readImports(shell, actor, after, AT_ONCE), ({ imports, next }) => [imports, next]),
			),
	}),
	people: listFile({
		title: (t) => t('administration.people.title'),
		noted: 'account.read',
		columns: PEOPLE_COLUMNS,
		read: (shell, actor, asked) =>
			allPages(async (after: string | null) =>
				paged(
					await readPeople(shell, actor, { ...readPeopleFilter(asked), after }, AT_ONCE),
					({ people, next }) => [people, next],
				),
			),
	}),
	grants: listFile({
		title: (t) => t('administration.grants.title'),
		noted: 'account.read',
		columns: GRANT_COLUMNS,
		read: async (shell, actor, asked) => {
			const lists = [{ isWaiting: true as const }, { isWaiting: false as const, ...readGrantFilter(asked) }]
			const each = []
			for (const list of lists) {
				const pieces = await allPages(async (after: string | null) =>
					paged(await readGrantPage(shell, actor, { ...list, after }, AT_ONCE), ({ grants, next }) => [
						grants,
						next,
					]),
				)
				if (!pieces.ok) return pieces
				each.push(pieces.value)
			}
			return accept(oneAfterTheOther(each))
		},
	}),
	audit: listFile({
		title: (t) => t('administration.trail.title'),
		noted: 'trail.read',
		columns: TRAIL_COLUMNS,
		read: (shell, actor, asked) => exportTrail(shell, actor, trailQueryOf(asked)),
	}),
}

/** The page of a reader as rows with where they go on. */
function paged<Page, Row, Cursor>(
	answer: Result<Page, Refusal>,
	parts: (page: Page) => readonly [rows: readonly Row[], next: Cursor | null],
): Result<PageOf<Row, Cursor>, Refusal> {
	if (!answer.ok) return answer
	const [rows, next] = parts(answer.value)
	return accept({ rows, next })
}

async function* oneAfterTheOther<Row>(
	lists: readonly AsyncIterable<readonly Row[]>[],
): AsyncGenerator<readonly Row[]> {
	for (const list of lists) yield* list
}
