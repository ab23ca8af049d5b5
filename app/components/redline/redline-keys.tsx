import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { KEYS_OFF, areKeysOff, goTo, isAfter, isPageKey } from '#app/components/ledger/page-keys.ts'
import { useIsInBrowser } from '#app/components/ledger/use-is-in-browser.ts'

/** What each key does; the words are under `redline.keys`. */
const KEYS = [
	['n', 'nextChange'],
	['p', 'previousChange'],
	[']', 'nextArticle'],
	['[', 'previousArticle'],
	['x', 'see'],
	['u', 'nextUnseen'],
	['o', 'nextOutside'],
	['?', 'list'],
] as const

/** A key of the page beside the comparison's own, with what it does in words. */
export type FurtherKey = readonly [key: string, words: string]

/**
 * Single keys for going through a comparison, outside of fields only: between changes, between articles, and from the
 * last of a part to the next part. They can be switched off, and nothing needs them. Phones get two buttons instead. `further`
 * are keys that the page around has: they are listed here and heard there.
 */
export function RedlineKeys({ further = [] }: { further?: readonly FurtherKey[] }) {
	const { t } = useTranslation()
	const [isOff, setOff] = useKeysOff()
	const dialog = useRef<HTMLDialogElement>(null)
	useEffect(() => {
		if (isOff) return
		const onKey = (event: KeyboardEvent) => {
			if (!isPageKey(event)) return
			if (event.key === '?') return dialog.current?.showModal()
			if (dialog.current?.open) return
			if (event.key === 'n' || event.key === 'p') go('[data-change]', event.key === 'n' ? 1 : -1)
			if (event.key === 'x') tickHere()
			if (event.key === 'u') go('[data-unseen]', 1)
			if (event.key === 'o') go('[data-outside]', 1)
			if (event.key === ']' || event.key === '[') go('[data-block]', event.key === ']' ? 1 : -1)
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [isOff])
	useCopiedLinks()
	if (!useIsInBrowser()) return null
	return (
		<>
			<button
				type="button"
				onClick={() => dialog.current?.showModal()}
				className="text-quiet text-accent underline max-md:hidden"
			>
				{t('redline.keys.title')} <kbd>?</kbd>
			</button>
			<span className="jump-buttons no-print fixed bottom-[76px] right-3 z-10 flex gap-2 md:hidden">
				<Button type="button" aria-label={t('redline.previous')} onClick={() => go('[data-change]', -1)}>
					<Icon name="chevron-up" />
				</Button>
				<Button type="button" aria-label={t('redline.following')} onClick={() => go('[data-change]', 1)}>
					<Icon name="chevron-down" />
				</Button>
			</span>
			<KeyList dialog={dialog} further={further} isOff={isOff} setOff={setOff} />
		</>
	)
}

type KeyListProps = {
	readonly dialog: RefObject<HTMLDialogElement>
	readonly further: readonly FurtherKey[]
	readonly isOff: boolean
	readonly setOff: (isOff: boolean) => void
}

/** Every key with what it does, and the choice to have none. */
function KeyList({ dialog, further, isOff, setOff }: KeyListProps) {
	const { t } = useTranslation()
	return (
		<dialog
			ref={dialog}
			aria-labelledby="redline-keys"
			className="rounded-card border border-line bg-surface p-5 text-ink"
		>
			<h2 id="redline-keys" className="mb-2 text-section font-semibold">
				{t('redline.keys.title')}
			</h2>
			<dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
				{[...KEYS.map(([key, words]): FurtherKey => [key, t(`redline.keys.${words}`)]), ...further].map(
					([key, words]) => (
						<div key={key} className="contents">
							<dt>
								<kbd>{key}</kbd>
							</dt>
							<dd>{words}</dd>
						</div>
					),
				)}
			</dl>
			<label className="mb-4 flex items-center gap-2">
				<input type="checkbox" checked={isOff} onChange={(event) => setOff(event.target.checked)} />
				{t('redline.keys.off')}
			</label>
			<Button type="button" onClick={() => dialog.current?.close()}>
				{t('redline.keys.close')}
			</Button>
		</dialog>
	)
}

/** Goes to the next or previous of these from where the reader is; past the end to the next part, if there is one. */
function go(selector: string, step: 1 | -1): void {
	const places = [...document.querySelectorAll<HTMLElement>(selector)].filter(isShown)
	const here = document.activeElement?.closest<HTMLElement>('[data-block]') ?? null
	const at = here ? places.indexOf(here) : -1
	const next =
		here && at < 0
			? places[places.findIndex((place) => isAfter(here, place)) - (step === 1 ? 0 : 1)]
			: places[at < 0 ? (step === 1 ? 0 : -1) : at + step]
	if (next) return goTo(next)
	document.querySelector<HTMLAnchorElement>(`[data-part="${step === 1 ? 'next' : 'previous'}"]`)?.click()
}

/** Ticks the changes of the block where the reader is, and goes on to the next change. */
function tickHere(): void {
	const here = document.activeElement?.closest<HTMLElement>('[data-block]')
	here?.querySelector<HTMLButtonElement>('button[data-tick="see"]')?.click()
	if (here) go('[data-change]', 1)
}

/** What is folded away is passed over. */
function isShown(place: HTMLElement): boolean {
	return place.closest('details:not([open])') === null
}

/** A link that is made to be sent on is copied when it is pressed; it leads to its place as well. */
function useCopiedLinks(): void {
	useEffect(() => {
		const onClick = (event: MouseEvent) => {
			if (!(event.target instanceof Element)) return
			const link = event.target.closest<HTMLAnchorElement>('a[data-copies]')
			// The clipboard is there on safe origins only; elsewhere the address bar has the address.
			if (link) void navigator.clipboard?.writeText(link.href).catch(() => {})
		}
		document.addEventListener('click', onClick)
		return () => document.removeEventListener('click', onClick)
	}, [])
}

/** Whether the reader has switched the keys off, kept in this browser. */
function useKeysOff(): [boolean, (isOff: boolean) => void] {
	const isOff = useSyncExternalStore(
		(changed) => {
			addEventListener('storage', changed)
			return () => removeEventListener('storage', changed)
		},
		areKeysOff,
		() => false,
	)
	const choose = (wanted: boolean) => {
		if (wanted) localStorage.setItem(KEYS_OFF, 'yes')
		else localStorage.removeItem(KEYS_OFF)
		// The browser tells other windows by itself, not this one.
		dispatchEvent(new StorageEvent('storage'))
	}
	return [isOff, choose]
}
