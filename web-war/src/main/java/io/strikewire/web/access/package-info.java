/** Who may see what: public paths, and the credentials that open the others. */
@NullMarked
package io.strikewire.web.access;

import org.jspecify.annotations.NullMarked;
