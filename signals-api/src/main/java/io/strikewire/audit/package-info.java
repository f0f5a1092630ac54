/** The audit log: who did what to which subject, each record tied to the one before it. */
@NullMarked
package io.strikewire.audit;

import org.jspecify.annotations.NullMarked;
