/** The generic form, asked by file. */
@NullMarked
package io.strikewire.intake.whatif;

import org.jspecify.annotations.NullMarked;
