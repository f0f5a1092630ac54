/** Test signals: they take the whole route, leave nothing behind, and are refused at its end. */
@NullMarked
package io.strikewire.rehearsal;

import org.jspecify.annotations.NullMarked;
