package org.parley.api.department;

import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.api.operator.Operators;
import org.parley.api.security.Caller;

/** How the departments of a site work, for administrators. Those who only need their names ask {@link Operators}. */
public interface Departments {
    /**
     * The site's departments by name and key, disabled ones too.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such site
     */
    List<ConfiguredDepartment> list(Caller admin, String site);

    /**
     * Makes or changes a department.
     *
     * @param key 1 to 64 of {@code a-z 0-9 -}
     * @param change makes the wanted settings from the stored ones, or from {@link DepartmentSettings#initial} with the
     *     key as name; called once, while nobody else can change them; when it throws, nothing is changed
     * @return the stored department
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such site; INVALID with the field when a
     *     rule is broken, for example by a fallback that leads back here; CONFLICT when the site would be left without
     *     an enabled department. Nothing is changed
     */
    ConfiguredDepartment save(Caller admin, String site, String key, UnaryOperator<DepartmentSettings> change);

    /**
     * Removes a department and its memberships.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown key; CONFLICT while conversations,
     *     invitations, canned replies or other departments name it, and when it is the last enabled one. Nothing is
     *     changed
     */
    void delete(Caller admin, String site, String key);
}
