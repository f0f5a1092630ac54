/** What the stages say of a test signal, until its decision takes it up. */
@NullMarked
package io.strikewire.rehearsal.cdi;

import org.jspecify.annotations.NullMarked;
