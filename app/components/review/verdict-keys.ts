import { type RefObject, useEffect } from 'react'
import { RECHECK_VERDICTS, type RecheckVerdict } from '#app/domain/opinion/reply.ts'
import { areKeysOff, goTo, isAfter, isPageKey } from '#app/components/ledger/page-keys.ts'

/** Which key says which verdict: 1, 2 and 3 in the order in which the form has them. */
export const VERDICT_KEYS = RECHECK_VERDICTS.map((verdict, at) => [String(at + 1), verdict] as const)

/** An item at the place where the reader is, and whether the form has a verdict on it. */
export type ItemAtHand = { readonly id: string; readonly isJudged: boolean }

/**
 * Which item a key judges: the first that has no verdict yet. The only one at a place may be judged anew; of several
 * that all have a verdict none is, for nobody could tell which one was meant.
 */
export function itemToJudge(here: readonly ItemAtHand[]): string | null {
	const [first] = here
	const open = here.find(({ isJudged }) => !isJudged)
	return open?.id ?? (here.length === 1 && first ? first.id : null)
}

/**
 * Keys for the form of a re-check: 1, 2, 3 give the item at the change where the reader is its verdict, `i` goes to the
 * next item without one. They press what stands on the page and are off where the keys of the comparison are.
 */
export function useVerdictKeys(form: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (areKeysOff() || document.querySelector('dialog[open]')) return
			if (!isPageKey(event, 'input:not([type=radio]), textarea, select')) return
			const verdict = VERDICT_KEYS.find(([key]) => key === event.key)?.[1]
			if (verdict && form.current) judgeHere(form.current, verdict)
			if (event.key === 'i' && form.current) goToNextOpen(form.current)
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [form])
}

function judgeHere(form: HTMLElement, verdict: RecheckVerdict): void {
	const own = document.activeElement?.closest<HTMLElement>('[data-verdict-of]')?.dataset['verdictOf']
	const block = document.activeElement?.closest('[data-block]')
	const ids = own === undefined ? itemsIn(block) : [own]
	const here = ids.flatMap((id): ItemAtHand[] => {
		const field = fieldOf(form, id)
		return field ? [{ id, isJudged: field.querySelector(':checked') !== null }] : []
	})
	const id = itemToJudge(here)
	if (id !== null) fieldOf(form, id)?.querySelector<HTMLInputElement>(`input[value="${verdict}"]`)?.click()
}

function itemsIn(block: Element | null | undefined): string[] {
	return [...(block?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].flatMap(
		({ dataset }) => dataset['item'] ?? [],
	)
}

function fieldOf(form: HTMLElement, id: string): HTMLElement | null {
	return form.querySelector<HTMLElement>(`[data-verdict-of="${CSS.escape(id)}"]`)
}

/** Goes to the change with the next item that has no verdict, or to its place in the form where it is at none. */
function goToNextOpen(form: HTMLElement): void {
	const open = [...form.querySelectorAll<HTMLElement>('[data-verdict-of]')].filter(
		(field) => field.querySelector(':checked') === null,
	)
	const here = document.activeElement?.closest('[data-block]') ?? null
	const places = open.flatMap((field) => {
		const strip = document.querySelector(`[data-item="${CSS.escape(field.dataset['verdictOf'] ?? '')}"]`)
		return strip?.closest<HTMLElement>('[data-block]') ?? field
	})
	const next = places.find((place) => here === null || isAfter(here, place)) ?? places[0]
	if (next) goTo(next)
}
