import type { RecordPart } from '#app/domain/matter-record/record-fault.ts'
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts'

/** Whose record a row belongs to. */
export type RecordOwner = 'matter' | 'meeting'

/** A table of the record of matters or meetings, and how its rows name the one that they belong to. */
export type RecordTable = {
	readonly sealed: SealedTable
	readonly part: RecordPart
	/** The column that names the owner, in the table itself or in the one that `through` leads to. */
	readonly column: string
	readonly through: { readonly column: string; readonly parent: string } | null
}

type Said = readonly [part: RecordPart, through?: readonly [column: string, parent: string]]

/** What the gate and every signature on a matter rest on. The papers are left to whoever reads them: they are long. */
const OF_MATTER: Readonly<Record<string, Said>> = {
	matter: ['matter'],
	matter_track: ['matter'],
	review_round: ['matter'],
	draft_version: ['text'],
	version_file: ['text', ['version_id', 'draft_version']],
	reading_confirmation: ['text'],
	waiver_request: ['text'],
	waiver_decision: ['text', ['request_id', 'waiver_request']],
	match_correction: ['text'],
	reading_sitting: ['text'],
	seen_change: ['text'],
	material: ['materials'],
	unplaced_file: ['materials'],
	step_answer: ['materials'],
	consultation: ['materials'],
	consultation_end: ['materials'],
	adoption_entry: ['materials'],
	adoption_comment: ['materials'],
	supplement: ['materials'],
	supplement_item: ['materials', ['supplement_id', 'supplement']],
	assignment: ['hands'],
	interest_declaration: ['hands'],
	recusal_request: ['hands'],
	recusal_decision: ['hands', ['request_id', 'recusal_request']],
	delegated_act: ['hands'],
	counsel_release: ['hands'],
	deadline: ['periods'],
	deadline_stop: ['periods', ['deadline_id', 'deadline']],
	deadline_change: ['periods', ['deadline_id', 'deadline']],
	matter_request: ['periods'],
	request_decision: ['periods', ['request_id', 'matter_request']],
	counsel_opinion: ['opinion'],
	counsel_disposition: ['opinion', ['counsel_opinion_id', 'counsel_opinion']],
	opinion_draft: ['opinion'],
	opinion: ['opinion'],
	opinion_item: ['opinion', ['opinion_id', 'opinion']],
	opinion_item_point: ['opinion', ['opinion_id', 'opinion']],
	opinion_point: ['opinion', ['opinion_id', 'opinion']],
	opinion_step: ['opinion', ['opinion_id', 'opinion']],
	opinion_risk: ['opinion', ['opinion_id', 'opinion']],
	opinion_material: ['opinion', ['opinion_id', 'opinion']],
	opinion_revocation: ['opinion', ['opinion_id', 'opinion']],
	reply: ['opinion'],
	recheck: ['recheck'],
	recheck_item: ['recheck', ['recheck_id', 'recheck']],
	recheck_step: ['recheck', ['recheck_id', 'recheck']],
	meeting_revision: ['text'],
	meeting_check: ['recheck'],
	meeting_check_decision: ['recheck'],
	text_registration: ['text'],
	text_numbering: ['text', ['registration_id', 'text_registration']],
	text_issue: ['text', ['registration_id', 'text_registration']],
	text_filing: ['matter'],
	matter_conclusion: ['matter'],
	clearance: ['clearance'],
	clearance_state: ['clearance', ['clearance_id', 'clearance']],
	clearance_live: ['clearance'],
	law_confirmation: ['clearance', ['clearance_id', 'clearance']],
	agenda_item: ['agenda'],
	agenda_listing: ['agenda'],
	agenda_outcome: ['agenda'],
	higher_ruling: ['agenda'],
	leader_consent: ['agenda'],
	emergency_step: ['matter'],
}

const OF_MEETING: Readonly<Record<string, Said>> = {
	meeting: ['meeting'],
	attendance: ['meeting'],
	off_system_item: ['meeting'],
	item_discussion: ['meeting'],
	item_voice: ['meeting', ['discussion_id', 'item_discussion']],
	record_correction: ['meeting'],
	follow_up_task: ['meeting'],
	follow_up_step: ['meeting', ['task_id', 'follow_up_task']],
	delegated_act: ['hands'],
	agenda_item: ['agenda'],
	agenda_listing: ['agenda'],
	agenda_outcome: ['agenda'],
	urgent_approval: ['agenda'],
	agenda_approval: ['agenda'],
}

/** Sealed papers, by whichever of the two they are on. */
const PAPERS: Readonly<Record<string, Said>> = { sealed_paper: ['papers'] }

function tablesOf(owner: RecordOwner, said: Readonly<Record<string, Said>>): readonly RecordTable[] {
	return Object.entries(said).map(([table, [part, through]]) => {
		const sealed = SEALED_TABLES.get(table)
		if (!sealed) throw new Error(`${table} is not sealed`)
		return {
			sealed,
			part,
			column: table === owner ? 'id' : `${owner}_id`,
			through: through ? { column: through[0], parent: through[1] } : null,
		}
	})
}

/** The tables of a record by whose it is. A test holds that each sealed table is here or is the house's own. */
export const RECORD_TABLES: Readonly<Record<RecordOwner, readonly RecordTable[]>> = {
	matter: tablesOf('matter', OF_MATTER),
	meeting: tablesOf('meeting', OF_MEETING),
}

export const PAPER_TABLES: Readonly<Record<RecordOwner, readonly RecordTable[]>> = {
	matter: tablesOf('matter', PAPERS),
	meeting: tablesOf('meeting', PAPERS),
}
