/** The decision stage. */
@NullMarked
package io.strikewire.decide.cdi;

import org.jspecify.annotations.NullMarked;
