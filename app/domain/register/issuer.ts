import { readTitle } from '#app/domain/matter/written-words.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, refuse } from '#app/domain/result.ts'

/** Bodies that coordinate and issue nothing (议事协调机构), with or without an office of theirs. */
const COORDINATING = /领导小组|协调小组|工作小组|工作组|指挥部|联席会议|专班|议事协调机构/u

/** Parts of an organ (内设机构): 科, 股, and a 室 that is no government's office. */
const PART_OF_AN_ORGAN = /(?:科|股|(?<!政府办公|街道办公)室)$/u

/**
 * Reads the issuer (制定机关) of a document. By its name it must be neither a coordinating body nor a part of an organ:
 * those issue no normative documents (国办发〔2018〕37号 (一)). Refused by field name, also when empty or too long.
 */
export function readIssuer(field: string, typed: string): Result<string, Unfitting> {
	const name = readTitle(field, typed)
	if (!name.ok) return name
	const plain = name.value.replaceAll(/\s/gu, '')
	return COORDINATING.test(plain) || PART_OF_AN_ORGAN.test(plain)
		? refuse({ code: 'unfitting', field, problem: 'issues-nothing' })
		: name
}
