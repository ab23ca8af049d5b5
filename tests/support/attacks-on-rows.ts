/** What somebody with all rights on the database does past the product, and the rows that a verification has to name. */
export type RowAttack = {
	readonly statements: readonly string[]
	readonly named: readonly string[]
	/** Whether more is named beside it. */
	readonly andMore?: true
}

const NOW = "'2026-11-23 01:30:00'"
const CENTRE = "(SELECT id FROM matter WHERE title LIKE '%便民服务中心%')"
const FARMERS = "(SELECT id FROM matter WHERE title LIKE '%高素质农民%')"
const VOID = "(SELECT clearance_id FROM clearance_state WHERE state = 'void' LIMIT 1)"
const BIKES = `(SELECT matter_id FROM clearance WHERE id = ${VOID})`
const personOf = (login: string) => `(SELECT person_id FROM account WHERE login_name = '${login}')`
const HOUSE = '(SELECT id FROM jurisdiction LIMIT 1)'
const COMING = "(SELECT id FROM meeting WHERE state = 'preparing' LIMIT 1)"
const cutAfter = (stream: string, seq: string) => [
	`UPDATE audit_stream SET seq = ${seq}, hash = (SELECT hash FROM audit_entry WHERE stream = ${stream} AND seq = ${seq}) WHERE stream = ${stream}`,
	`DELETE FROM audit_entry WHERE stream = ${stream} AND seq > ${seq}`,
]

/** By the numbers of the findings, and further ones of the same kinds. */
export const ROW_ATTACKS: Readonly<Record<string, RowAttack>> = {
	'T01 the title of a listed item': {
		statements: [
			`UPDATE agenda_item SET title = '青禾区电动自行车停放充电管理办法' WHERE matter_id = ${CENTRE}`,
		],
		named: ['agenda_item differs'],
	},
	'T02 a slot that nobody listed': {
		statements: [
			`INSERT INTO agenda_item (jurisdiction_id, id, organ_id, meeting_id, kind, title, state, position, proposed_by, post_id, proposed_at)
			SELECT jurisdiction_id, 'zz', organ_id, id, 'study', '审议《出租房屋登记管理规定》', 'listed', 3, 'x', 'x', ${NOW} FROM meeting WHERE id = ${COMING}`,
		],
		named: ['agenda_item extra'],
	},
	'T03 a blocked item set to listed': {
		statements: ["UPDATE agenda_item SET state = 'listed' WHERE state = 'blocked'"],
		named: ['agenda_item differs'],
	},
	'T05 a withdrawn text back on the agenda, the tail of its stream left': {
		statements: [
			`UPDATE matter SET current_version_id = (SELECT version_id FROM clearance WHERE id = ${VOID}), state = 'cleared' WHERE id = ${BIKES}`,
			`INSERT INTO clearance_live SELECT jurisdiction_id, id, 'valid', matter_id, version_id, content_sha256 FROM clearance WHERE id = ${VOID}`,
			`UPDATE agenda_item SET state = 'listed', state_reason = NULL, position = 9 WHERE matter_id = ${BIKES}`,
			`UPDATE clearance_state SET state = 'valid', cause = NULL WHERE clearance_id = ${VOID}`,
		],
		named: ['agenda_item differs', 'clearance_live extra', 'clearance_state differs', 'matter differs'],
	},
	'T06 a post that nobody confirmed': {
		statements: [
			`INSERT INTO post (jurisdiction_id, id, person_id, organ_id, unit_id, role, state, requested_at, confirmed_at)
			SELECT jurisdiction_id, 'zz', ${personOf('wangxh')}, organ_id, unit_id, 'secretary', 'active', ${NOW}, ${NOW} FROM post WHERE role = 'secretary' LIMIT 1`,
		],
		named: ['post extra'],
	},
	'T07 the password of the signing officer': {
		statements: [
			"UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE login_name = 'wangxh') WHERE login_name = 'linbg'",
		],
		named: ['account differs'],
	},
	'the account of the signing officer in the hands of another person': {
		statements: [
			"DELETE FROM account WHERE login_name = 'lijs'",
			`UPDATE account SET person_id = (SELECT person_id FROM post WHERE NOT EXISTS
				(SELECT 1 FROM account WHERE account.person_id = post.person_id) LIMIT 1) WHERE login_name = 'linbg'`,
		],
		named: ['account differs', 'account missing'],
	},
	'a post of the signing officer in the hands of another person': {
		statements: [`UPDATE post SET person_id = ${personOf('wangxh')} WHERE role = 'signing-officer'`],
		named: ['post differs'],
	},
	'T08 a password link for the signing officer': {
		statements: [
			`INSERT INTO one_time_link (token_sha256, purpose, jurisdiction_id, account_id, created_at, expires_at)
			SELECT 'zz', 'password', jurisdiction_id, id, ${NOW}, ${NOW} FROM account WHERE login_name = 'linbg'`,
		],
		named: ['one_time_link extra'],
	},
	'a session of the signing officer that nobody opened': {
		statements: [
			`INSERT INTO session (id, jurisdiction_id, account_id, created_at, last_seen_at, address, user_agent)
			SELECT 'zz', jurisdiction_id, id, ${NOW}, ${NOW}, '::1', '' FROM account WHERE login_name = 'linbg'`,
		],
		named: ['session extra'],
	},
	'T09 the count of refusals': {
		statements: ['UPDATE refusal_tally SET count = count + 7'],
		named: ['refusal_tally differs'],
	},
	'T10 the name of the signing officer': {
		statements: [`UPDATE person SET name = '张三' WHERE id = ${personOf('linbg')}`],
		named: ['person differs'],
	},
	'T14 the tail of a stream cut and its head set back': {
		statements: cutAfter(`'matter/' || ${CENTRE}`, '12'),
		named: ['clearance extra', 'command_receipt place', 'matter place'],
		andMore: true,
	},
	'the count of case numbers': {
		statements: ['UPDATE number_series SET last = last - 1'],
		named: ['number_series differs'],
	},
	'T21 answers that were kept': {
		statements: ["UPDATE command_receipt SET answer = replace(answer, 'ok', 'OK')"],
		named: ['command_receipt differs'],
	},
	'an answer that was kept is gone': {
		statements: [`DELETE FROM command_receipt WHERE stream = 'matter/' || ${CENTRE}`],
		named: ['command_receipt missing'],
	},
	'T22 title and drafter of a cleared matter': {
		statements: [
			`UPDATE matter SET title = '另一标题', drafter_id = ${personOf('lijs')} WHERE id = ${CENTRE}`,
		],
		named: ['matter differs'],
	},
	'T23 an uncleared matter set to cleared': {
		statements: [`UPDATE matter SET state = 'cleared' WHERE id = ${FARMERS}`],
		named: ['matter differs'],
	},
	'T24 the reviewer exchanged': {
		statements: [`UPDATE matter SET reviewer_id = ${personOf('linbg')} WHERE id = ${FARMERS}`],
		named: ['matter differs'],
	},
	'T25 the tracks of a matter gone': {
		statements: [`DELETE FROM matter_track WHERE matter_id = ${FARMERS}`],
		named: ['matter_track missing'],
	},
	'T26 deadlines moved': {
		statements: ["UPDATE deadline SET due_on = '2030-01-01'"],
		named: ['deadline differs'],
	},
	'T27 former reviewers forgotten': {
		statements: ['DELETE FROM assignment'],
		named: ['assignment missing'],
	},
	'T28 an opinion changed before it is signed': {
		statements: ["UPDATE opinion_draft SET body = replace(body, 'unlawful', 'lawful') || ' '"],
		named: ['opinion_draft differs'],
	},
	'T29 another version made the current one': {
		statements: [
			`INSERT INTO draft_version (jurisdiction_id, id, matter_id, version_no, content_sha256, text, findings, is_submittable, uploaded_by, post_id, uploaded_at)
			SELECT jurisdiction_id, 'zz', matter_id, version_no + 7, content_sha256, '另写', findings, is_submittable, uploaded_by, post_id, uploaded_at
			FROM draft_version WHERE id = (SELECT current_version_id FROM matter WHERE id = ${FARMERS})`,
			`UPDATE matter SET current_version_id = 'zz' WHERE id = ${FARMERS}`,
		],
		named: ['draft_version extra', 'matter differs'],
	},
	'T30 a material in a drafter’s name': {
		statements: [
			`INSERT INTO material (jurisdiction_id, id, matter_id, item, kind, reason, added_by, post_id, added_at)
			VALUES (${HOUSE}, 'zz', ${FARMERS}, 'drafting-note', 'not-applicable', '另写', 'x', 'x', ${NOW})`,
		],
		named: ['material extra'],
	},
	'T31 a re-check signed in another’s name': {
		statements: [
			`INSERT INTO recheck (jurisdiction_id, id, matter_id, opinion_id, version_id, content_sha256, kind, result, note, reviewer_id, proposed_at, decision, decision_text, decided_by, decided_at)
			SELECT v.jurisdiction_id, 'zz', v.matter_id, o.id, v.id, v.content_sha256, (SELECT min(code) FROM recheck_kind_code), (SELECT min(code) FROM recheck_result_code),
			'x', ${personOf('fengsq')}, ${NOW}, 'signed', '', ${personOf('linbg')}, ${NOW}
			FROM draft_version v JOIN opinion o ON o.matter_id = v.matter_id WHERE v.matter_id = ${FARMERS} LIMIT 1`,
		],
		named: ['recheck extra'],
	},
	'T32 an urgent approval in a leader’s name': {
		statements: [
			`INSERT INTO urgent_approval (jurisdiction_id, meeting_id, matter_id, approved_by, post_id, reason, approved_at)
			VALUES (${HOUSE}, ${COMING}, ${FARMERS}, ${personOf('gaoys')}, 'x', 'x', ${NOW})`,
		],
		named: ['urgent_approval extra'],
	},
	'T33 a cleared matter taken out': {
		statements: [
			`DELETE FROM agenda_listing WHERE matter_id = ${CENTRE}`,
			`DELETE FROM clearance_live WHERE matter_id = ${CENTRE}`,
			`UPDATE clearance_state SET state = 'void' WHERE clearance_id IN (SELECT id FROM clearance WHERE matter_id = ${CENTRE})`,
		],
		named: ['agenda_listing missing', 'clearance_live missing', 'clearance_state differs'],
	},
	'T34 title and time of the coming meeting': {
		statements: [`UPDATE meeting SET title = '另一会议', starts_at = ${NOW} WHERE id = ${COMING}`],
		named: ['meeting differs'],
	},
	'T36 the words of a signed opinion': {
		statements: ["UPDATE opinion SET summary = '本意见已被改写，审查机构毫无保留。'"],
		named: ['opinion differs'],
	},
	'the words of an item of a signed opinion': {
		statements: ['DELETE FROM opinion_item WHERE position = 1'],
		named: ['opinion_item missing'],
	},
	'T37 words shown that the file does not hold': {
		statements: [`UPDATE draft_version SET text = text || '不收任何费用。' WHERE matter_id = ${FARMERS}`],
		named: ['draft_version differs'],
	},
	'the file of a version': {
		statements: ["UPDATE version_file SET name = '另一文件.docx'"],
		named: ['version_file differs'],
	},
	'T38 text and hash of a registered document': {
		statements: ["UPDATE published_document SET text = '第一条　改写。', title = '另一办法'"],
		named: ['published_document differs'],
	},
	'T39 a registered document that nobody registered': {
		statements: [
			`INSERT INTO published_document (jurisdiction_id, id, title, document_number, issuer, published_on, effective_on, text, text_sha256, source, file_name, file_size, file_sha256, media_type, registered_by, post_id, registered_at)
			SELECT jurisdiction_id, 'zz', title, '青政规〔2026〕66号', issuer, published_on, effective_on, text, text_sha256, source, file_name, file_size, file_sha256, media_type, registered_by, post_id, registered_at FROM published_document LIMIT 1`,
		],
		named: ['published_document extra'],
	},
	'T40 the expiry of a clearance': {
		statements: [`UPDATE clearance SET expires_at = NULL WHERE matter_id = ${CENTRE}`],
		named: ['clearance differs'],
	},
	'a sealed paper changed': {
		statements: ["UPDATE sealed_paper SET title = '另一文件'"],
		named: ['sealed_paper differs'],
	},
	'an organ renamed and a unit gone': {
		statements: [
			"UPDATE organ SET name = name || '（新）' WHERE id = (SELECT min(id) FROM organ)",
			'DELETE FROM unit WHERE id = (SELECT min(id) FROM unit)',
		],
		named: ['organ differs', 'unit missing'],
	},
	'a row moved to what it was before, and its place with it': {
		statements: [
			"UPDATE clearance_state SET state = 'valid', cause = NULL WHERE state = 'void'",
			"UPDATE row_seal SET times = times - 1 WHERE table_name = 'clearance_state' AND times > 1",
		],
		named: ['clearance_state differs', 'clearance_state place'],
	},
	'everything that says where the trail has its rows': {
		statements: ['DELETE FROM row_seal'],
		named: ['account place', 'agenda_item place', 'assignment place'],
		andMore: true,
	},
}
