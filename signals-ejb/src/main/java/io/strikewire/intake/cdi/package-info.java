/** The inbox: reads, stores, answers. */
@NullMarked
package io.strikewire.intake.cdi;

import org.jspecify.annotations.NullMarked;
