package io.strikewire.deploy.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFileTest {

  @Test
  void both_headers_are_read_in_any_case() {
    assertThat(BarFile.read(List.of("DATE,OPEN,HIGH,LOW,CLOSE", "2020-02-19,14.6,14.7,13.9,14.38")))
        .isEqualTo(
            new BarFile.Read(
                List.of(new BarFile.Bar(LocalDate.of(2020, 2, 19), 14.6, 14.7, 13.9, 14.38, 0))));
    assertThat(
            BarFile.read(List.of("date,open,high,low,close,volume", "2020-02-19,1,2,1,2,300", "")))
        .isInstanceOf(BarFile.Read.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-02-30,1,2,1,2 | line 3",
        "2020-02-20,1,2,1 | line 3: 4 cells",
        "2020-02-20,1,2,1,NaN | line 3: a number is accepted, was NaN",
        "2020-02-20,1,2,1,-2 | line 3: a number is accepted, was -2",
        "2020-02-20,1,1,2,2 | line 3: prices above 0",
        "2020-02-18,1,2,1,2 | line 3: days ascend"
      })
  void a_mistake_is_named_by_its_line(String line, String mistake) {
    BarFile file = BarFile.read(List.of("date,open,high,low,close", "2020-02-19,1,2,1,2", line));
    assertThat(((BarFile.Mistaken) file).mistake()).startsWith(mistake);
  }

  @Test
  void a_file_without_header_or_bars_is_refused() {
    assertThat(BarFile.read(List.of())).isInstanceOf(BarFile.Mistaken.class);
    assertThat(BarFile.read(List.of("date,open,high,low,close")))
        .isInstanceOf(BarFile.Mistaken.class);
  }
}
