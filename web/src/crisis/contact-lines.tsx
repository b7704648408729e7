import { knownText } from '../i18n/known-text';
import { useContacts } from './asks';

/** Numbers to call with one touch, under the name of their country where there are several; `short`: of the first alone. */
export function ContactLines({ short = false }: { short?: boolean }) {
  const all = useContacts();
  const contacts = short ? all.filter((contact) => contact.country === all[0]?.country) : all;
  const countries = [...new Set(contacts.map((contact) => contact.country))];
  return (
    <div className="stack">
      {countries.map((country) => (
        <section key={country} className="stack-tight">
          {countries.length > 1 ? <h2 className="day-title">{knownText('common', `help.country.${country}`) ?? country}</h2> : null}
          <ul className="lines" data-short={short}>
            {contacts
              .filter((contact) => contact.country === country)
              .map((contact) => (
                <li key={contact.phone}>
                  <a className="line" href={`tel:${contact.phone}`}>
                    <span className="line-number">{contact.phone}</span>
                    <span>
                      <span className="strong">{contact.name}</span>
                      {short ? null : (
                        <>
                          <br />
                          <span className="soft">{contact.text}</span>
                        </>
                      )}
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
