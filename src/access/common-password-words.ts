/** Words that guessers put together first, in the languages of the register's users (heads of public leak lists). */
export const commonPasswordWords: ReadonlySet<string> = new Set(
  `password passwort passord losenord salasana salis salainen secret welcome tervetuloa valkommen letmein login
   admin administrator ylläpito root user guest default changeme vaihda temp test testi testing demo master qwerty
   qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx monkey dragon football jalkapallo baseball hockey jaakiekko
   basketball soccer superman batman pokemon starwars princess prinsessa sunshine aurinko iloveyou rakastan sinua
   minarakastansinua jagalskardig trustno access shadow michael jordan jennifer hunter killer ranger harley
   mustang corvette ferrari porsche computer tietokone dator internet windows microsoft google facebook samsung
   summer kesa sommar winter talvi vinter spring kevat var autumn syksy host tammikuu helmikuu maaliskuu huhtikuu
   toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu january february march april june july
   august september october november december maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
   monday tuesday wednesday thursday friday saturday sunday suomi finland helsinki espoo tampere turku oulu
   perkele saatana vittu paska kissa koira hevonen rakas kulta banaani omena kahvi sauna jokeri karpat ilves
   tappara hifk sisu nokia company yritys foretag office toimisto crm register rekisteri number one mypass
   passw pass word thisis tama det ar my the love mina`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length),
)
