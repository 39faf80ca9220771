package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class NeighboursTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  @Test
  void nearestRowsInTheEuclideanEncodingAgree() {
    JsonNode vector = Vectors.cases("gower.json", "kind", "euclid").get(0);
    JsonNode expected = vector.get("expected");
    Table table = OptData.table(Vectors.texts(vector.get("columns")));
    Table references = table.select(range(vector.get("referenceRows")));
    EuclideanEncoding encoding = EuclideanEncoding.of(references);
    EncodedRows encoded = encoding.encode(references);

    Neighbours found =
        Neighbours.of(encoding.encode(table.select(range(vector.get("queryRows")))), encoded);

    assertThat(encoded.dimensions()).isEqualTo(expected.get("dimensions").asInt());
    double[] d1 = Vectors.doubles(expected.get("d1"));
    double[] d2 = Vectors.doubles(expected.get("d2"));
    assertThat(found.first()).containsExactly(d1, TOLERANCE);
    assertThat(found.second()).containsExactly(d2, TOLERANCE);
    int offset = vector.get("referenceRows").get(0).asInt();
    for (int i = 0; i < d1.length; i++) {
      if (d1[i] < d2[i]) {
        assertThat(found.row()[i] + offset).isEqualTo(expected.get("row1").get(i).asInt());
      }
    }
  }

  @Test
  void aRowIsNoNeighbourOfItselfButATwinIs() {
    EncodedRows rows = new EncodedRows(4, 1, new double[] {0, 5, 5, 9});

    Neighbours within = IndexedRows.of(rows).nearestOther(0, 4);

    assertThat(within.first()).containsExactly(5, 0, 0, 4);
    assertThat(within.second()).containsExactly(5, 4, 4, 4);
    assertThat(within.row()).containsExactly(1, 2, 1, 1);
  }

  @Test
  void rangesOfRowsFindWhatTheWholeFinds() {
    Table table = OptData.cohort().select(IntStream.range(0, 200).toArray());
    EncodedRows rows = EuclideanEncoding.of(table).encode(table);
    Neighbours whole = IndexedRows.of(rows).nearestOther(0, 200);

    Neighbours part = IndexedRows.of(rows).nearestOther(70, 131);

    assertThat(part.first()).containsExactly(slice(whole.first(), 70, 131));
    assertThat(part.second()).containsExactly(slice(whole.second(), 70, 131));
  }

  @Test
  void aSingleRowHasNoNeighbour() {
    Neighbours alone =
        IndexedRows.of(new EncodedRows(1, 2, new double[] {1, 1})).nearestOther(0, 1);

    assertThat(alone.first()).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(alone.row()).containsExactly(-1);
  }

  @Test
  void aLevelUnknownToTheReferenceHasNoCoordinate() {
    Table reference = OptData.table(List.of("education")).select(new int[] {0});
    Table all = OptData.table(List.of("education"));
    EuclideanEncoding encoding = EuclideanEncoding.of(reference);

    EncodedRows rows = encoding.encode(all);

    assertThat(rows.dimensions()).isEqualTo(1);
    assertThat(rows.values()[0]).isEqualTo(Math.sqrt(0.5));
    assertThat(rows.values()).contains(0.0);
    assertThatThrownBy(() -> encoding.encode(OptData.cohort())).hasMessageContaining("columns");
  }

  private static double[] slice(double[] values, int from, int to) {
    return java.util.Arrays.copyOfRange(values, from, to);
  }

  private static int[] range(JsonNode range) {
    return IntStream.range(range.get(0).asInt(), range.get(1).asInt()).toArray();
  }
}
