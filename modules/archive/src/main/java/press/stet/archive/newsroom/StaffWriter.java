package press.stet.archive.newsroom;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.stet.model.Person;
import press.stet.model.house.Grant;
import press.stet.model.house.Issuer;
import press.stet.model.house.Staff;

/** Writes the staff list; an older version never replaces a newer one. */
final class StaffWriter {

    private StaffWriter() {}

    static void write(Handle handle, Staff staff) {
        int standing = handle.createQuery("select coalesce(max(version), 0) from staff")
                .mapTo(Integer.class)
                .one();
        if (staff.version() <= standing) {
            return;
        }
        handle.execute("delete from member");
        handle.execute("delete from staff");
        handle.createUpdate("insert into staff (version) values (:version)")
                .bind("version", staff.version())
                .execute();
        try (PreparedBatch members =
                handle.prepareBatch("insert into member (person, roles) values (:person, :roles)")) {
            for (Map.Entry<Person, List<Grant>> member : staff.members().entrySet()) {
                members.bind("person", member.getKey().account())
                        .bindArray("roles", String.class, roles(member.getValue()))
                        .add();
            }
            members.execute();
        }
        handle.execute("delete from issuer");
        staff.issuers().forEach(issuer -> write(handle, issuer));
    }

    private static void write(Handle handle, Issuer issuer) {
        handle.createUpdate("insert into issuer (name, audience, claim) values (:name, :audience, :claim)")
                .bind("name", issuer.name())
                .bind("audience", issuer.audience())
                .bind("claim", issuer.claim())
                .execute();
        for (Issuer.Key key : issuer.keys()) {
            handle.createUpdate("insert into issuer_key (issuer, id, jwk) values (:issuer, :id, :jwk)")
                    .bind("issuer", issuer.name())
                    .bind("id", key.id())
                    .bind("jwk", key.jwk())
                    .execute();
        }
    }

    private static List<String> roles(List<Grant> grants) {
        return grants.stream()
                .map(grant -> grant.role().name())
                .distinct()
                .sorted()
                .toList();
    }
}
