/** Programs that a district's officials open pages with, the more particular first: most of them also call themselves Chrome. */
const BROWSERS = [
	['wechat', /MicroMessenger\//],
	['dingtalk', /DingTalk\//],
	['edge', /Edg(?:e|A|iOS)?\//],
	['secure360', /360(?:SE|EE|Browser)|QihooBrowser/i],
	['qianxin', /Qaxbrowser|QIANXIN/i],
	['uos', /UOSBrowser/i],
	['firefox', /(?:Firefox|FxiOS)\//],
	['opera', /OPR\//],
	['chrome', /(?:Chrome|CriOS)\//],
	['safari', /Version\/[\d.]+.*Safari\//],
] as const satisfies readonly (readonly [string, RegExp])[]

/** What such a program runs on, the more particular first: Android and the domestic systems also call themselves Linux. */
const SYSTEMS = [
	['harmony', /OpenHarmony|HarmonyOS/i],
	['android', /Android/],
	['ipad', /iPad/],
	['iphone', /iPhone|iPod/],
	['windows', /Windows/],
	['mac', /Macintosh|Mac OS X/],
	['uos', /\bUOS\b|uniontech/i],
	['kylin', /Kylin/i],
	['linux', /Linux|X11/],
] as const satisfies readonly (readonly [string, RegExp])[]

/** With what and on what a session was opened; null what its words do not tell. */
export type Device = {
	readonly browser: (typeof BROWSERS)[number][0] | null
	readonly system: (typeof SYSTEMS)[number][0] | null
}

/**
 * Reads what a browser says of itself (the User-Agent field of a request). It is a hint for the account's owner, who knows
 * their devices; nothing is permitted or refused by it.
 */
export function deviceOf(userAgent: string): Device {
	return { browser: firstIn(BROWSERS, userAgent), system: firstIn(SYSTEMS, userAgent) }
}

function firstIn<Name extends string>(
	known: readonly (readonly [Name, RegExp])[],
	userAgent: string,
): Name | null {
	return known.find(([, sign]) => sign.test(userAgent))?.[0] ?? null
}
