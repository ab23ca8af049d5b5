import { createContext, useContext } from 'react'
import type { ReadingChoice, ReadingView } from '#app/domain/redline-reading/reading.ts'

/** Where a comparison is shown and how: everything that a reader can choose is in its address. */
export type RedlineAddress = {
	readonly path: string
	/** Which texts are compared: `from` and `to`. */
	readonly texts: Readonly<Record<string, string>>
	readonly view: ReadingView
	/** The view that the page has without a choice. */
	readonly usualView?: ReadingView
	readonly choice: ReadingChoice
	/** Whether a place may stand in another part than the one that is shown. */
	readonly isCut: boolean
}

/** What may be changed in an address. `correct` names the block whose match is being corrected. */
export type AddressChange = Partial<ReadingChoice & { view: ReadingView; correct: string | null }>

export const RedlineAddressContext = createContext<RedlineAddress>({
	path: '',
	texts: {},
	view: 'side',
	choice: { around: '0', kind: null, nature: null, mark: null, part: null, at: null },
	isCut: false,
})

/** The address with something else chosen; what is as it always is stands in no address. */
export function addressWith(address: RedlineAddress, change: AddressChange, anchor = ''): string {
	const { around, kind, nature, mark, quiet = null, seen = null } = address.choice
	const wanted: AddressChange = { view: address.view, around, kind, nature, mark, quiet, seen, ...change }
	const search = new URLSearchParams(address.texts)
	const defaults: Readonly<Record<string, string>> = {
		view: address.usualView ?? 'side',
		around: '0',
		part: '1',
	}
	for (const [name, value] of Object.entries(wanted))
		if (value !== null && value !== undefined && defaults[name] !== String(value))
			search.set(name, String(value))
	return `${address.path}?${search}${anchor === '' ? '' : `#${anchor}`}`
}

/** The address of a place: on this page, or in the part that has it. */
export function addressOfPlace(address: RedlineAddress, anchor: string): string {
	return address.isCut ? addressWith(address, { at: anchor }, anchor) : `#${anchor}`
}

/** The address that somebody else can be sent, for one article of one comparison. */
export function addressToSend(address: RedlineAddress, anchor: string): string {
	const plain = { kind: null, nature: null, mark: null, seen: null, around: '0' } as const
	return addressWith(address, { ...plain, at: anchor }, anchor)
}

/** The address of the comparison around. */
export function useRedlineAddress(): RedlineAddress {
	return useContext(RedlineAddressContext)
}
