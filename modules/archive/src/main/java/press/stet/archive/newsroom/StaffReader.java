package press.stet.archive.newsroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import press.stet.model.Person;
import press.stet.model.house.Issuer;

/** Asks the staff list in force whom the house believes, and whether somebody is on it. */
final class StaffReader {

    private final Jdbi jdbi;

    StaffReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those who are trusted to say who somebody is. */
    List<Issuer> issuers() {
        return jdbi.withHandle(handle -> {
            Map<Issuer, List<Issuer.Key>> issuers = new LinkedHashMap<>();
            handle.createQuery("""
                            select name, audience, claim, id, jwk
                            from issuer left join issuer_key on issuer_key.issuer = issuer.name
                            """)
                    .map((row, _) -> {
                        Issuer issuer = new Issuer(
                                row.getString("name"), row.getString("audience"), row.getString("claim"), List.of());
                        List<Issuer.Key> keys = issuers.computeIfAbsent(issuer, _ -> new ArrayList<>());
                        if (row.getString("id") != null) {
                            keys.add(new Issuer.Key(row.getString("id"), row.getString("jwk")));
                        }
                        return issuer;
                    })
                    .list();
            return issuers.entrySet().stream()
                    .map(each -> new Issuer(
                            each.getKey().name(),
                            each.getKey().audience(),
                            each.getKey().claim(),
                            each.getValue()))
                    .toList();
        });
    }

    boolean names(Person person) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from member where person = :person)")
                .bind("person", person.account())
                .mapTo(Boolean.class)
                .one());
    }
}
