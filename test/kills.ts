/** How often a test kills what it tries: a hundred times where nobody waits for it. `KILLS=100` asks for it anywhere. */
export const kills = Number(process.env.KILLS ?? (process.env.CI ? 100 : 10))
